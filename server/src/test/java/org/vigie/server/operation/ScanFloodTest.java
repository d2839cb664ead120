package org.vigie.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.testkit.LaunchedServer;

/// One messenger sends many large files at once to a server with a small heap: it lives, and
/// answers another messenger meanwhile.
@Tag("slow")
final class ScanFloodTest {
  private static final String SMALL_HEAP = "-Xmx200m";
  private static final int PARALLEL = 32;

  /// Half of the memory of bodies.
  private static final int LARGE = 25_000_000;

  private static final byte[] MEDIA = new byte[LARGE];
  private static final String TAIL = "\r\n--part--\r\n";

  @TempDir
  private Path root;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void close() {
    http.shutdownNow();
  }

  @Test
  @Timeout(120)
  void scans_manyLargeOnesByOneKey_leaveTheServerAndTheOthersAlone() throws Exception {
    Path data = root.resolve("data");
    try (LaunchedServer server = LaunchedServer.startWith(SMALL_HEAP, data)) {
      String attacker = key(data, "attacker");
      String bystander = key(data, "bystander");
      awaitIndex(server, bystander);
      AtomicBoolean ended = new AtomicBoolean();
      Queue<Integer> large = new ConcurrentLinkedQueue<>();
      List<Integer> small;
      try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<List<Integer>> others = callers.submit(() -> smallScans(server, bystander, ended));
        List<Future<?>> flood = new ArrayList<>();
        for (int number = 0; number < PARALLEL; number++) {
          boolean announced = number % 2 == 0;
          flood.add(callers.submit(() -> largeScans(server, attacker, announced, large)));
        }
        for (Future<?> each : flood) {
          each.get();
        }
        ended.set(true);
        small = others.get();
      }
      assertThat(large).hasSize(PARALLEL).contains(200).containsOnly(200, 429);
      assertThat(small).contains(200).allMatch(status -> status == 200 || status == 429);
      assertThat(scan(server, bystander, BodyPublishers.ofByteArray(form(100)))).isEqualTo(200);
      assertThat(server.isAlive()).isTrue();
    }
    assertThat(Files.readString(root.resolve("server.log"))).doesNotContain("OutOfMemory");
  }

  private String key(Path data, String name) throws Exception {
    return LaunchedServer.run(
            root, "keys", "add", "--name=" + name, "--scope=scan", "--data=" + data)
        .out()
        .strip();
  }

  /// Returns when scans are possible: the index is loaded after the start.
  private void awaitIndex(LaunchedServer server, String key) throws Exception {
    int status;
    do {
      status = scan(server, key, BodyPublishers.ofByteArray(form(100)));
    } while (status == 503);
    assertThat(status).isEqualTo(200);
  }

  private List<Integer> smallScans(LaunchedServer server, String key, AtomicBoolean ended)
      throws Exception {
    List<Integer> statuses = new ArrayList<>();
    while (!ended.get()) {
      statuses.add(scan(server, key, BodyPublishers.ofByteArray(form(100))));
    }
    return statuses;
  }

  private Void largeScans(
      LaunchedServer server, String key, boolean announced, Queue<Integer> statuses)
      throws Exception {
    BodyPublisher body = BodyPublishers.ofInputStream(ScanFloodTest::largeForm);
    BodyPublisher sent =
        announced ? BodyPublishers.fromPublisher(body, form(0).length + (long) LARGE) : body;
    statuses.add(scan(server, key, sent));
    return null;
  }

  private int scan(LaunchedServer server, String key, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(server.address("/api/v1/scans"))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "multipart/form-data; boundary=part")
        .POST(body)
        .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static byte[] form(int mediaBytes) {
    return (head() + "x".repeat(mediaBytes) + TAIL).getBytes(StandardCharsets.US_ASCII);
  }

  private static String head() {
    return """
        --part
        Content-Disposition: form-data; name="submission"
        Content-Type: application/json

        {"surface":"public"}
        --part
        Content-Disposition: form-data; name="media"; filename="a"

        """.replace("\n", "\r\n");
  }

  /// A form whose media all callers share.
  private static InputStream largeForm() {
    return new SequenceInputStream(Collections.enumeration(List.of(
        new ByteArrayInputStream(head().getBytes(StandardCharsets.US_ASCII)),
        new ByteArrayInputStream(MEDIA),
        new ByteArrayInputStream(TAIL.getBytes(StandardCharsets.US_ASCII)))));
  }
}
