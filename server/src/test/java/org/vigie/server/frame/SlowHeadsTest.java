package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.vigie.server.ServerTest;

/// A request whose head is said one letter at a time, on a real connection.
@ServerTest
@Import(ProbeController.class)
@TestPropertySource(
    properties = {"vigie.edge.stranger-share=100", "vigie.connections.head-deadline=4s"})
final class SlowHeadsTest {
  private static final Duration HEAD_DEADLINE = Duration.ofSeconds(4);

  private final int port;
  private final MeterRegistry meters;
  private int dripped;

  @Autowired
  SlowHeadsTest(@LocalServerPort int port, MeterRegistry meters) {
    this.port = port;
    this.meters = meters;
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
      body.write((" ".repeat(10_012 - 12 - dripped) + "{\"limit\": 1}")
          .getBytes(StandardCharsets.US_ASCII));
      assertThat(body.answer()).startsWith("HTTP/1.1 200");
      idle.send("GET /health/live HTTP/1.1", "Host: localhost", "");
      assertThat(idle.answer()).startsWith("HTTP/1.1 200");
    }
    assertThat(meters.get("vigie.connections.slow").counter().count()).isEqualTo(before + 1);
  }

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
}
