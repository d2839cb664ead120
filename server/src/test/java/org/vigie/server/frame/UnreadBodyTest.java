package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigie.server.ServerTest;

/// The rest of a body that arrives after its request was answered.
@ServerTest
final class UnreadBodyTest {
  private final int port;

  @Autowired
  UnreadBodyTest(@LocalServerPort int port) {
    this.port = port;
  }

  private static RawCall lookUpWithoutKey(RawCall call, int length) throws IOException {
    return call.send(
        "POST /api/v1/lookups HTTP/1.1",
        "Host: localhost",
        "Authorization: Bearer vigie_nobody",
        "Content-Type: application/json",
        "Content-Length: " + length,
        "");
  }

  @Test
  void body_ofACallThatWasRefused_holdsNoConnectionByComingSlowly() throws IOException {
    try (RawCall call = RawCall.to(port)) {
      lookUpWithoutKey(call, 60_000);
      assertThat(call.answer()).startsWith("HTTP/1.1 401");
      long begin = System.nanoTime();
      while (isTaken(call) && System.nanoTime() - begin < Duration.ofSeconds(30).toNanos()) {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(20));
    }
  }

  private static boolean isTaken(RawCall call) {
    try {
      call.write(new byte[] {'x'});
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// A client that reads nothing before it has written everything.
  @Test
  void body_thatWasTooSlow_canBeSentToItsEnd() throws IOException {
    int length = 60_000;
    int sent = 0;
    try (RawCall call = RawCall.to(port)) {
      call.send(
          "POST /sign-in HTTP/1.1",
          "Host: localhost",
          "Content-Type: application/x-www-form-urlencoded",
          "Content-Length: " + length,
          "");
      while (!call.isAnswered()) {
        call.write(new byte[] {'x'});
        sent++;
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
      for (; sent < length; sent += 100) {
        call.write(new byte[Math.min(100, length - sent)]);
      }
      assertThat(call.answer()).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void body_ofACallThatWasRefused_canBeSentToItsEnd() throws IOException {
    int length = 1_900_000;
    try (RawCall call = RawCall.to(port)) {
      lookUpWithoutKey(call, length);
      for (int sent = 0; sent < length; sent += 50_000) {
        call.write(new byte[50_000]);
      }
      assertThat(call.answer()).startsWith("HTTP/1.1 401");
    }
  }
}
