package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.vigie.server.ServerTest;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.KeyGate;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.bank.Eventually;

/// Strangers who open connections and say half a sentence, or one letter at a time, on a server
/// of 64 connections. Addresses other than 127.0.0.1 count as networks.
@ServerTest
@Import(ProbeController.class)
@TestPropertySource(
    properties = {
      "vigie.edge.max-connections=64",
      "vigie.edge.stranger-share=100",
      "vigie.connections.head-deadline=4s"
    })
final class ConnectionsTest {
  private static final int EACH = 80;
  private static final int OF_THE_FIRST = 32;
  private static final int SHARE = 7;
  private static final Duration HEAD_DEADLINE = Duration.ofSeconds(4);
  private static final Duration QUICK = Duration.ofSeconds(2);

  private final int port;
  private final MeterRegistry meters;
  private final String bearer;
  private final List<RawCall> halfSent = new ArrayList<>();

  @Autowired
  ConnectionsTest(
      @LocalServerPort int port, MeterRegistry meters, ApiKeys keys, KeyGate gate) {
    this.port = port;
    this.meters = meters;
    this.bearer = TestCallers.bearer(keys, gate, Scope.SCAN);
  }

  @AfterEach
  void hangUp() throws IOException {
    for (RawCall call : halfSent) {
      call.close();
    }
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

    for (int network = 6; network <= 60; network++) {
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
      halfSent.clear();
    }
    assertThat(status("127.0.0.2", "/health/live", "")).isEqualTo("200");
  }

  /// Health, a page and a call with a key, from somebody else and from this machine.
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
    double before = open() + refused();
    for (int i = 0; i < EACH; i++) {
      RawCall call = RawCall.from(from, port);
      halfSent.add(call);
      sendOrBeRefused(call);
    }
    Eventually.holds(() -> open() + refused() >= before + EACH);
  }

  private static void sendOrBeRefused(RawCall call) throws IOException {
    try {
      call.send("GET /health/live HTTP/1.1");
    } catch (SocketException _) {
      assertThat(call.socket().isConnected()).isTrue();
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

  @Test
  void head_sentByteByByte_isNotWaitedForWhileSlowBodiesAre() throws Exception {
    double before = meters.get("vigie.connections.slow").counter().count();
    try (RawCall head = RawCall.from("127.0.0.2", port);
        RawCall body = RawCall.from("127.0.0.2", port);
        RawCall idle = RawCall.from("127.0.0.2", port)) {
      idle.send("GET /health/live HTTP/1.1", "Host: localhost", "");
      assertThat(idle.answer()).startsWith("HTTP/1.1 200");
      body.send(
          "POST /api/v1/probe/body HTTP/1.1",
          "Host: localhost",
          "Content-Type: application/json",
          "Content-Length: 10012",
          "");
      head.send("GET /health/live HTTP/1.1");
      Duration held = dripUntilClosed(head, body);

      assertThat(held).isBetween(HEAD_DEADLINE.minusMillis(500), HEAD_DEADLINE.plusSeconds(4));
      body.write((" ".repeat(10_012 - 12 - dripped) + "{\"limit\": 1}").getBytes(StandardCharsets.US_ASCII));
      assertThat(body.answer()).startsWith("HTTP/1.1 200");
      idle.send("GET /health/live HTTP/1.1", "Host: localhost", "");
      assertThat(idle.answer()).startsWith("HTTP/1.1 200");
    }
    assertThat(meters.get("vigie.connections.slow").counter().count()).isEqualTo(before + 1);
  }

  private int dripped;

  /// Sends one byte of each at a time; returns how long the head was listened to.
  private Duration dripUntilClosed(RawCall head, RawCall body) throws IOException {
    long begin = System.nanoTime();
    head.socket().setSoTimeout(50);
    boolean open = true;
    while (open && dripped < 1_000) {
      body.write(new byte[] {' '});
      dripped++;
      open = dripped(head);
    }
    assertThat(open).isFalse();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static boolean dripped(RawCall head) throws IOException {
    try {
      head.write(new byte[] {'x'});
      return head.socket().getInputStream().read() >= 0;
    } catch (SocketTimeoutException _) {
      return true;
    } catch (SocketException _) {
      return false;
    }
  }

  private double open() {
    return meters.get("vigie.connections.open").gauge().value();
  }

  private double refused() {
    return meters.get("vigie.connections.refused").counter().count();
  }
}
