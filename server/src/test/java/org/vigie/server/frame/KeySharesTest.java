package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.vigie.server.ServerTest;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.access.keys.KeyGate;
import org.vigie.testkit.Eventually;

/// A key whose calls are slow, and strangers, leave the other keys their places.
@ServerTest
@Import(ProbeController.class)
@TestPropertySource(properties = "vigie.frame.max-concurrent-calls=8")
final class KeySharesTest {
  private static final int SHARE = 4;

  private final int port;
  private final ProbeController probe;
  private final String slow;
  private final String other;

  @Autowired
  KeySharesTest(@LocalServerPort int port, ProbeController probe, ApiKeys keys, KeyGate gate) {
    this.port = port;
    this.probe = probe;
    this.slow = TestCallers.bearer(keys, gate, Scope.SCAN);
    this.other = TestCallers.bearer(keys, gate, Scope.SCAN);
  }

  private RawCall call(String path, String... authorization) throws IOException {
    RawCall call = RawCall.to(port);
    call.send("GET " + path + " HTTP/1.1", "Host: localhost", "Connection: close");
    for (String key : authorization) {
      call.send("Authorization: " + key);
    }
    return call.send("");
  }

  @Test
  void key_withItsShareOfSlowCalls_leavesTheOthersTheirs() throws IOException {
    List<RawCall> held = new ArrayList<>();
    for (int number = 0; number < SHARE; number++) {
      held.add(call("/api/v1/probe/slow", slow));
    }
    Eventually.holds(() -> probe.waiting() == SHARE);
    try (RawCall refused = call("/%61pi/v1/probe/slow", slow);
        RawCall served = call("/api/v1/probe/parameter?radius=1", other)) {
      assertThat(refused.answer()).startsWith("HTTP/1.1 429").contains("its share");
      assertThat(served.answer()).startsWith("HTTP/1.1 200");
    }
    held.add(call("/api/v1/probe/slow"));
    Eventually.holds(() -> probe.waiting() == SHARE + 1);
    try (RawCall stranger = call("/api/v1/probe/parameter?radius=1");
        RawCall served = call("/api/v1/probe/parameter?radius=1", other)) {
      assertThat(stranger.answer()).startsWith("HTTP/1.1 429");
      assertThat(served.answer()).startsWith("HTTP/1.1 200");
    }
    probe.release();
    for (RawCall each : held) {
      assertThat(each.answer()).startsWith("HTTP/1.1 200");
      each.close();
    }
    try (RawCall again = call("/api/v1/probe/parameter?radius=1", slow)) {
      assertThat(again.answer()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void places_givenBack_areTakenAgain() {
    CallPlaces places = new CallPlaces(2, 1);
    CallPlaces.Held first = places.take(Optional.of("a")).orElseThrow();
    assertThat(places.take(Optional.of("a"))).isPresent();
    assertThat(places.take(Optional.of("a"))).isEmpty();
    assertThat(places.take(Optional.of("b"))).isPresent();
    assertThat(places.take(Optional.empty())).isPresent();
    assertThat(places.take(Optional.empty())).isEmpty();
    first.close();
    assertThat(places.take(Optional.of("a"))).isPresent();
  }
}
