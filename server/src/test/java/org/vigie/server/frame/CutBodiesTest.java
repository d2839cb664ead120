package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.vigie.server.ServerTest;

/// Bodies of pages that are cut: their sender reads why, even one that reads nothing before it
/// has sent all.
@ServerTest
@TestPropertySource(
    properties = {"vigie.frame.body-deadline=2s", "server.tomcat.connection-timeout=3s"})
final class CutBodiesTest {
  private static final String PIECE = "x".repeat(65_536);

  /// 100 MB in all.
  private static final int PIECES = 1_600;

  private final int port;

  @Autowired
  CutBodiesTest(@LocalServerPort int port) {
    this.port = port;
  }

  private static RawCall begin(RawCall call, String path, String type, String framing)
      throws IOException {
    return call.send(
        "POST " + path + " HTTP/1.1",
        "Host: localhost",
        "Accept-Language: fr",
        "Content-Type: " + type,
        framing,
        "");
  }

  /// Sends everything, without looking whether there is an answer yet.
  private static void sendAll(RawCall call, String begin, boolean chunked) throws IOException {
    chunk(call, begin, chunked);
    for (int sent = 0; sent < PIECES; sent++) {
      chunk(call, PIECE, chunked);
    }
    if (chunked) {
      call.send("0", "");
    }
  }

  private static void chunk(RawCall call, String text, boolean chunked) throws IOException {
    String framed = chunked ? Integer.toHexString(text.length()) + "\r\n" + text + "\r\n" : text;
    call.write(framed.getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/somewhere", "/report/state"})
  void form_inChunksOverTheLimit_isRefused(String path) throws IOException {
    try (RawCall call = RawCall.to(port)) {
      begin(call, path, "application/x-www-form-urlencoded", "Transfer-Encoding: chunked");
      sendAll(call, "email=", true);
      assertTooLarge(call.answer());
    }
  }

  /// Files for imports are large; callers without the permission cannot send one.
  @Test
  void file_inChunksOfAStranger_isRefused() throws IOException {
    try (RawCall call = RawCall.to(port)) {
      begin(
          call,
          "/banks/A/imports",
          "multipart/form-data; boundary=b",
          "Transfer-Encoding: chunked");
      sendAll(call, "--b\r\n", true);
      assertThat(call.answer()).startsWith("HTTP/1.1 401");
    }
  }

  @Test
  void form_announcedTooLarge_isRefusedEvenIfSent() throws IOException {
    long length = 6 + (long) PIECES * PIECE.length();
    try (RawCall call = RawCall.to(port)) {
      begin(call, "/sign-in", "application/x-www-form-urlencoded", "Content-Length: " + length);
      sendAll(call, "email=", false);
      assertTooLarge(call.answer());
    }
  }

  private static void assertTooLarge(String answer) {
    assertThat(answer)
        .startsWith("HTTP/1.1 413")
        .contains("Connection: close", "<html lang=\"fr\"", "Trop volumineux");
  }

  @Test
  void form_sentByteByByte_isRefused() throws IOException {
    try (RawCall call = RawCall.to(port)) {
      begin(call, "/sign-in", "application/x-www-form-urlencoded", "Content-Length: 60000");
      for (int sent = 0; sent < 5_000 && !call.isAnswered(); sent++) {
        writeOrStop(call);
        LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
      }
      assertTooSlow(call.answer());
    }
  }

  private static void writeOrStop(RawCall call) throws IOException {
    try {
      call.write(new byte[] {'x'});
    } catch (SocketException _) {
      // The server has closed; its answer is in the buffer.
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 60000", "Transfer-Encoding: chunked"})
  void form_thatStalls_isRefused(String framing) throws IOException {
    try (RawCall call = RawCall.to(port)) {
      begin(call, "/sign-in", "application/x-www-form-urlencoded", framing);
      call.send("6", "email=");
      assertTooSlow(call.answer());
    }
  }

  private static void assertTooSlow(String answer) {
    assertThat(answer)
        .startsWith("HTTP/1.1 408")
        .contains("Connection: close", "<html lang=\"fr\"");
  }
}
