package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.vigie.server.ServerTest;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.access.keys.KeyGate;
import org.vigie.testkit.Eventually;

/// Strangers who open connections and say half a sentence, on a server of 64 connections, where
/// no deadline helps. Addresses other than 127.0.0.1 count as networks.
@ServerTest
@TestPropertySource(
    properties = {
      "vigie.edge.max-connections=64",
      "vigie.connections.head-deadline=10m",
      "server.tomcat.connection-timeout=10m"
    })
final class ConnectionsTest {
  private static final int EACH = 40;
  private static final int OF_THE_FIRST = 32;
  private static final int SHARE = 7;
  private static final Duration QUICK = Duration.ofSeconds(10);

  private final int port;
  private final MeterRegistry meters;
  private final String bearer;
  private final List<RawCall> halfSent = new ArrayList<>();
  private double held;

  @Autowired
  ConnectionsTest(@LocalServerPort int port, MeterRegistry meters, ApiKeys keys, KeyGate gate) {
    this.port = port;
    this.meters = meters;
    this.bearer = TestCallers.bearer(keys, gate, Scope.SCAN);
  }

  @AfterEach
  void hangUp() throws IOException {
    for (RawCall call : halfSent) {
      call.close();
    }
    halfSent.clear();
    held = 0;
    Eventually.holds(() -> open() == 0);
  }

  @Test
  void networks_withHalfSentRequests_leaveConnectionsToOthersAndToThisMachine() throws Exception {
    flood("127.0.0.2");
    assertThat(open()).isEqualTo(OF_THE_FIRST);
    assertOthersAreServed();

    flood("127.0.0.3");
    flood("127.0.0.4");
    flood("127.0.0.5");
    assertThat(open()).isEqualTo(OF_THE_FIRST + 3 * SHARE);
    assertOthersAreServed();

    for (int network = 6; network <= 12; network++) {
      flood("127.0.0." + network);
    }
    assertThat(open()).isEqualTo(60);
    assertThat(status("127.0.0.1", "/health/live", "")).isEqualTo("200");
  }

  @Test
  void network_whoseConnectionsEnd_getsOthers() throws Exception {
    for (int round = 0; round < 3; round++) {
      flood("127.0.0.2");
      assertThat(open()).isEqualTo(OF_THE_FIRST);
      hangUp();
    }
    assertThat(status("127.0.0.2", "/health/live", "")).isEqualTo("200");
  }

  /// Health, a page and a call with a key, from another address and from this machine.
  private void assertOthersAreServed() throws IOException {
    long begin = System.nanoTime();
    for (String from : List.of("127.0.0.99", "127.0.0.1")) {
      assertThat(status(from, "/health/live", "")).isEqualTo("200");
      assertThat(status(from, "/sign-in", "")).isEqualTo("200");
      assertThat(status(from, "/api/v1/scans/00000000-0000-4000-8000-000000000009", bearer))
          .isEqualTo("404");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(QUICK);
  }

  /// Opens connections, sends a half request on each, and waits until the server has taken or
  /// refused them all.
  private void flood(String from) throws IOException {
    Eventually.holds(() -> open() == held);
    double before = held + refused();
    for (int i = 0; i < EACH; i++) {
      RawCall call = RawCall.from(from, port);
      halfSent.add(call);
      sendOrBeRefused(call);
    }
    Eventually.holds(() -> open() + refused() >= before + EACH);
    held = open();
  }

  private static void sendOrBeRefused(RawCall call) throws IOException {
    try {
      call.send("GET /health/live HTTP/1.1");
    } catch (SocketException _) {
      // It was closed already: the server counts it as refused.
    }
  }

  private String status(String from, String path, String authorization) throws IOException {
    try (RawCall call = RawCall.from(from, port)) {
      call.socket().setSoTimeout((int) QUICK.toMillis());
      String answer = call.send(
              "GET " + path + " HTTP/1.1",
              "Host: localhost",
              "Authorization: " + (authorization.isEmpty() ? "none" : authorization),
              "Connection: close",
              "")
          .answer();
      return answer.isEmpty() ? "dropped" : answer.substring(9, 12);
    }
  }

  private double open() {
    return meters.get("vigie.connections.open").gauge().value();
  }

  private double refused() {
    return meters.get("vigie.connections.refused").counter().count();
  }
}
