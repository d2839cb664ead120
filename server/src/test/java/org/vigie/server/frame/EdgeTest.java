package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.vigie.server.ServerTest;

/// Requests that are too many, too large or too slow, on real connections.
@ServerTest
@Import({ProbeController.class, EdgeTest.Uploads.class})
@TestPropertySource(
    properties = {
      "vigie.frame.max-concurrent-calls=8",
      "vigie.edge.stranger-share=100",
      "vigie.frame.max-body=3MB",
      "vigie.frame.body-deadline=5s"
    })
final class EdgeTest {
  private static final int PLACES = 8;
  private static final int MOST_CALLS = 10_000;
  private static final int FILES_TO_SPARE = 500;

  /// 64 MB in all, far more than limits and socket buffers hold.
  private static final int MOST_CHUNKS = 4_096;

  /// The call of the probe that takes a file.
  @TestConfiguration
  static class Uploads {
    @Bean
    UploadPaths probeUploads() {
      return new UploadPaths(Pattern.compile("/api/v1/probe/upload"));
    }
  }

  private final int port;
  private final ProbeController probe;

  @Autowired
  EdgeTest(@LocalServerPort int port, ProbeController probe) {
    this.port = port;
    this.probe = probe;
  }

  @Test
  void upload_announcedTooLarge_isRefusedBeforeItIsSent() throws IOException {
    try (RawCall call = RawCall.to(port)) {
      String answer = call.send(
              "POST /api/v1/probe/upload HTTP/1.1",
              "Host: localhost",
              "Content-Type: multipart/form-data; boundary=b",
              "Content-Length: 209715200",
              "")
          .answer();

      assertThat(answer)
          .startsWith("HTTP/1.1 413")
          .contains("/problems/too-large", "\"limit\":3145728", "Connection: close");
    }
  }

  @Test
  void json_announcedTooLarge_isRefusedBeforeItIsSent() throws IOException {
    try (RawCall call = RawCall.to(port)) {
      String answer = call.send(
              "POST /api/v1/probe/body HTTP/1.1",
              "Host: localhost",
              "Content-Type: application/json; charset=utf-8",
              "Content-Length: 2097153",
              "")
          .answer();

      assertThat(answer).startsWith("HTTP/1.1 413").contains("\"limit\":2097152");
    }
  }

  @Test
  void page_postedTooLarge_isRefusedWithAPage() throws IOException {
    try (RawCall call = RawCall.to(port)) {
      String answer = call.send(
              "POST /somewhere HTTP/1.1",
              "Host: localhost",
              "Content-Type: application/x-www-form-urlencoded",
              "Content-Length: 99999999",
              "Accept-Language: fr",
              "")
          .answer();

      assertThat(answer).startsWith("HTTP/1.1 413").contains("Trop volumineux");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sign-in",
        "/banks",
        "/api/v1/probe/upload/other",
        "/%61pi/v1/probe/body",
        "//api/v1/probe/body",
        "/api;x=y/v1/probe/body"
      })
  void upload_whereNoFileIsTaken_hasASmallLimit(String path) throws IOException {
    try (RawCall call = RawCall.to(port)) {
      String answer = call.send(
              "POST " + path + " HTTP/1.1",
              "Host: localhost",
              "Content-Type: multipart/form-data; boundary=b",
              "Content-Length: 2097153",
              "Connection: close",
              "")
          .answer();

      assertThat(answer).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void json_inChunksOverTheLimit_isCut() throws IOException {
    try (RawCall call = RawCall.to(port)) {
      call.send(
          "POST /api/v1/probe/body HTTP/1.1",
          "Host: localhost",
          "Content-Type: application/json",
          "Transfer-Encoding: chunked",
          "");

      assertThat(sendChunks(call)).isLessThan(MOST_CHUNKS);
      assertThat(call.answer()).startsWith("HTTP/1.1 413").contains("/problems/too-large");
    }
  }

  @Test
  void upload_inChunksOverTheLimit_isCut() throws IOException {
    try (RawCall call = RawCall.to(port)) {
      call.send(
          "POST /api/v1/probe/upload HTTP/1.1",
          "Host: localhost",
          "Content-Type: multipart/form-data; boundary=b",
          "Transfer-Encoding: chunked",
          "");
      chunk(call, "--b\r\nContent-Disposition: form-data; name=media; filename=m\r\n\r\n");

      assertThat(sendChunks(call)).isLessThan(MOST_CHUNKS);
      assertThat(call.answer()).startsWith("HTTP/1.1 413").contains("/problems/too-large");
    }
  }

  /// Sends pieces of 16 KB of white space until there is an answer; returns how many it took.
  private static int sendChunks(RawCall call) throws IOException {
    String piece = " ".repeat(16_384);
    int sent = 0;
    while (sent < MOST_CHUNKS && !call.isAnswered()) {
      try {
        chunk(call, piece);
      } catch (SocketException e) {
        return sent;
      }
      sent++;
    }
    return sent;
  }

  private static void chunk(RawCall call, String text) throws IOException {
    call.send(Integer.toHexString(text.length()), text);
  }

  @Test
  void body_sentByteByByte_isNotWaitedFor() throws IOException {
    try (RawCall call = RawCall.to(port)) {
      call.send(
          "POST /api/v1/probe/body HTTP/1.1",
          "Host: localhost",
          "Content-Type: application/json",
          "Content-Length: 1000000",
          "");
      for (int i = 0; i < 10_000 && !call.isAnswered(); i++) {
        call.write(new byte[] {' '});
        LockSupport.parkNanos(1_000_000);
      }

      assertThat(call.answer()).startsWith("HTTP/1.1 408").contains("/problems/too-slow");
    }
  }

  @Test
  void calls_byTheThousandAtOnce_areServedOrRefusedAndTheServerLives() throws Exception {
    int calls = Math.min(MOST_CALLS, affordableCalls());
    Map<String, AtomicInteger> statuses = new ConcurrentHashMap<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> refusals = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        refusals.add(clients.submit(() -> {
          String status = slowCall();
          statuses.computeIfAbsent(status, s -> new AtomicInteger()).incrementAndGet();
          releaseAfter(statuses, calls - PLACES);
          return status;
        }));
      }
      for (Future<?> refusal : refusals) {
        refusal.get();
      }
    }

    assertThat(statuses.get("200")).as("%s", statuses).hasValue(PLACES);
    assertThat(statuses.get("429")).as("%s", statuses).hasValue(calls - PLACES);
    assertThat(status("/health/live")).isEqualTo("200");
  }

  /// The calls that are carried wait until all others have been refused.
  private void releaseAfter(Map<String, AtomicInteger> statuses, int refusals) {
    AtomicInteger refused = statuses.get("429");
    if (refused != null && refused.get() >= refusals) {
      probe.release();
    }
  }

  private String slowCall() throws IOException {
    return status("/api/v1/probe/slow");
  }

  private String status(String path) throws IOException {
    try (RawCall call = RawCall.to(port)) {
      String answer = call.send(
              "GET " + path + " HTTP/1.1", "Host: localhost", "Connection: close", "")
          .answer();
      return answer.isEmpty() ? "dropped" : answer.substring(9, 12);
    }
  }

  /// Both ends of every connection are files of this process.
  private static int affordableCalls() {
    UnixOperatingSystemMXBean system =
        (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long free = system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount();
    return (int) (free - FILES_TO_SPARE) / 2;
  }

  @Test
  void requestId_ofTheCaller_isKept() throws IOException {
    assertThat(get("X-Request-Id: order-66_a.b"))
        .contains("X-Request-Id: order-66_a.b\r\n", "\"request\":\"order-66_a.b\"");
  }

  @Test
  void requestId_thatIsNoId_isReplaced() throws IOException {
    assertThat(get("X-Request-Id: <script>alert(1)</script>"))
        .doesNotContain("<script>", "alert(1)")
        .containsPattern("X-Request-Id: [0-9a-f]{16}\r\n");
  }

  private String get(String header) throws IOException {
    try (RawCall call = RawCall.to(port)) {
      return call.send("GET /api/v1/nothing HTTP/1.1", "Host: localhost", header, "")
          .answer();
    }
  }

  @Test
  void metrics_fromThisMachine_countWhatWasRefused() throws IOException {
    try (RawCall call = RawCall.to(port)) {
      String answer = call.send("GET /metrics HTTP/1.1", "Host: localhost", "Connection: close", "")
          .answer();

      assertThat(answer)
          .startsWith("HTTP/1.1 200")
          .contains("vigie_calls_refused_total", "vigie_calls_limit 8.0", "jvm_memory_used_bytes");
    }
  }
}
