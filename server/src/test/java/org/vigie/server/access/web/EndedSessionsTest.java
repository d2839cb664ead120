package org.vigie.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.web.http.CookieSerializer;
import org.vigie.server.ServerTest;
import org.vigie.server.frame.Lane;

/// Cookies of sessions that have ended cost no connection at the doors that know no people, and few
/// elsewhere.
@ServerTest
final class EndedSessionsTest {
  private static final int CALLS = 200;
  private static final int COPIES = 50;
  private static final Set<String> POOLS = Stream.of(
          Lane.SCANS, Lane.CALLS, Lane.STRANGERS, Lane.PEOPLE, Lane.WATCH)
      .map(lane -> lane.name().toLowerCase(Locale.ROOT))
      .collect(Collectors.toUnmodifiableSet());

  private final MeterRegistry meters;
  private final CookieSerializer cookies;
  private final int port;

  @Autowired
  EndedSessionsTest(MeterRegistry meters, CookieSerializer cookies, @LocalServerPort int port) {
    this.meters = meters;
    this.cookies = cookies;
    this.port = port;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/live", "/metrics", "/api/v1/banks", "/hma/m/lookup", "/report"})
  void doors_withoutPeople_lookUpNoSession(String path) throws Exception {
    HttpRequest call = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Cookie", EndedSession.cookie(cookies))
        .build();
    double before = acquired();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int i = 0; i < CALLS; i++) {
        assertThat(http.send(call, HttpResponse.BodyHandlers.discarding()).statusCode())
            .isNotEqualTo(500);
      }
    }
    // the server's own chores use some meanwhile
    assertThat(acquired() - before).isLessThan(CALLS / 2);
  }

  @Test
  void cookie_thatIsRepeated_isLookedUpOnce() throws Exception {
    String copies = String.join("; ", Collections.nCopies(COPIES, EndedSession.cookie(cookies)));
    HttpRequest call = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/problems"))
        .header("Cookie", copies)
        .build();
    double before = acquired();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int i = 0; i < COPIES; i++) {
        assertThat(http.send(call, HttpResponse.BodyHandlers.discarding()).statusCode())
            .isEqualTo(200);
      }
    }
    assertThat(acquired() - before).isBetween((double) COPIES, 5.0 * COPIES);
  }

  /// Returns how often a connection was taken so far, by calls and pages of all kinds. A pool that
  /// has not started has no meter yet.
  private double acquired() {
    return meters.get("hikaricp.connections.acquire").timers().stream()
        .filter(pool -> POOLS.contains(pool.getId().getTag("pool")))
        .mapToLong(Timer::count)
        .sum();
  }
}
