package org.vigie.server.frame.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.vigie.server.ServerTest;
import org.vigie.server.frame.Lane;
import org.vigie.testkit.Eventually;

/// Strangers with a session that they invented wait like other strangers, and cost the database
/// nothing.
@ServerTest
final class InventedSessionsTest {
  private static final int PLACES = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  private static final int ASKED = 20;

  private final Visits visits;
  private final MeterRegistry meters;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();

  @Autowired
  InventedSessionsTest(Visits visits, MeterRegistry meters, @LocalServerPort int port) {
    this.visits = visits;
    this.meters = meters;
    this.port = port;
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Stream<String> inventions() {
    return Stream.of(
        encoded(UUID.randomUUID().toString()),
        encoded(UUID.randomUUID() + "." + "0".repeat(64)),
        encoded(UUID.randomUUID() + "."),
        encoded("."),
        UUID.randomUUID().toString(),
        "junk",
        "");
  }

  private HttpRequest problems(String session) {
    return ask("/problems", session);
  }

  private HttpRequest ask(String path, String session) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Cookie", "session=" + session)
        .build();
  }

  @ParameterizedTest
  @MethodSource("inventions")
  void session_invented_doesNotLeadPastTheLine(String session) throws Exception {
    List<Visit> others = new ArrayList<>();
    for (int place = 0; place < PLACES; place++) {
      others.add(visit());
    }
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(problems(session), HttpResponse.BodyHandlers.discarding());
    try {
      Eventually.holds(() -> meters.get("vigie.visits.waiting").gauge().value() == 1);
      assertThat(answer).isNotDone();
    } finally {
      others.forEach(Visit::end);
    }
    assertThat(answer.get().statusCode()).isEqualTo(200);
  }

  /// Takes a place.
  private Visit visit() throws InterruptedException {
    Visit visit = new Visit(new MockHttpServletResponse());
    Lane.STRANGERS.enter();
    try {
      visits.enterEarly(new MockHttpServletRequest("GET", "/report"), visit);
    } finally {
      Lane.leave();
    }
    return visit;
  }

  @Test
  void sessions_invented_costNoQueries() throws Exception {
    assertThat(http.send(problems(""), HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(200);
    long before = connectionsTaken();
    for (int asked = 0; asked < ASKED; asked++) {
      for (String invented : inventions().toList()) {
        http.send(problems(invented), HttpResponse.BodyHandlers.discarding());
      }
    }
    assertThat(connectionsTaken() - before).as("of strangers and of people").isZero();
    http.send(ask("/enrol/nobodys-link", ""), HttpResponse.BodyHandlers.discarding());
    assertThat(connectionsTaken() - before).as("what is counted").isPositive();
  }

  private long connectionsTaken() {
    return Stream.of("strangers", "people")
        .flatMap(
            pool -> meters.find("hikaricp.connections.usage").tag("pool", pool).timers().stream())
        .mapToLong(Timer::count)
        .sum();
  }
}
