package org.vigie.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.testkit.LaunchedServer;

/// While messengers scan and list managers import, the database dies and then the server does:
/// every acknowledged change has happened.
@Tag("slow")
final class KillUnderLoadTest {
  private static final int ROWS = 300;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern SCAN = Pattern.compile("\"scan_id\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d+)");

  @TempDir
  private Path root;

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger numbers = new AtomicInteger();

  private final Told scans = new Told();
  private final Told members = new Told();
  private final Told imports = new Told();

  /// The acknowledged changes of one kind.
  private static final class Told {
    private final Queue<String> all = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<String> latest = new LinkedBlockingQueue<>();

    void add(String id) {
      all.add(id);
      latest.add(id);
    }

    void awaitMore(int count) throws InterruptedException {
      for (int i = 0; i < count; i++) {
        assertThat(latest.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
            .as("another is acknowledged")
            .isNotNull();
      }
    }
  }

  private final Queue<String> defects = new ConcurrentLinkedQueue<>();
  private volatile boolean ended;

  @AfterEach
  void close() {
    ended = true;
    http.shutdownNow();
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void killedDuringScansAndImports_nothingAcknowledgedIsLost() throws Exception {
    Path data = root.resolve("data");
    String key;
    try (LaunchedServer server = LaunchedServer.start(data)) {
      key = key(data);
      call(server, key, "/api/v1/banks", json("{\"name\":\"LOAD\",\"category\":\"phishing\"}"));
      Calls calls = new Calls(server, key);
      Thread.ofVirtual().start(() -> repeat(calls::scan));
      Thread.ofVirtual().start(() -> repeat(calls::addMember));
      Thread.ofVirtual().start(() -> repeat(calls::importFile));
      awaitMore();
      ServerProcesses.killPostgres(data);
      Stream.of(scans, members, imports).forEach(told -> told.latest.clear());
      awaitMore();
      server.kill();
      ended = true;
    }
    try (LaunchedServer server = LaunchedServer.start(data)) {
      checkScans(server, key);
      checkImports(server, key);
      checkMembers(server, key);
      checkEvidence(data);
    }
    checkRestoredEvidence(data);
    checkDamageIsFound(data);
    String failures = failuresIn(root.resolve("server.log"));
    assertThat(defects).withFailMessage(() -> defects + "\n" + failures).isEmpty();
  }

  private static String failuresIn(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains("\"ERROR\"")).collect(Collectors.joining("\n"));
    }
  }

  private String key(Path data) throws Exception {
    LaunchedServer.Ended ended = LaunchedServer.run(
        root,
        "keys",
        "add",
        "--name=load",
        "--scope=scan",
        "--scope=banks-write",
        "--data=" + data);
    return ended.out().strip();
  }

  private void repeat(Attempt attempt) {
    while (!ended) {
      try {
        attempt.run();
      } catch (IOException e) {
        Thread.onSpinWait(); // The server is gone; nothing was acknowledged.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private interface Attempt {
    void run() throws IOException, InterruptedException;
  }

  /// The calls, each time with other content.
  private final class Calls {
    private final LaunchedServer server;
    private final String key;

    Calls(LaunchedServer server, String key) {
      this.server = server;
      this.key = key;
    }

    void scan() throws IOException, InterruptedException {
      String media = "not a picture, number " + numbers.incrementAndGet();
      String body = "--part\r\nContent-Disposition: form-data; name=\"submission\"\r\n"
          + "Content-Type: application/json\r\n\r\n{\"surface\":\"public\"}\r\n"
          + "--part\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a\"\r\n\r\n"
          + media + "\r\n--part--\r\n";
      HttpRequest.Builder request = HttpRequest.newBuilder()
          .header("Content-Type", "multipart/form-data; boundary=part")
          .POST(BodyPublishers.ofString(body));
      note(scans, call(server, key, "/api/v1/scans", request), SCAN);
    }

    void addMember() throws IOException, InterruptedException {
      int number = numbers.incrementAndGet();
      String member = "{\"member\":\"m-%d\",\"signals\":[{\"type\":\"md5\",\"value\":\"%032x\"}]}"
          .formatted(number, number);
      note(members, call(server, key, "/api/v1/banks/LOAD/members", json(member)), ID);
    }

    void importFile() throws IOException, InterruptedException {
      int number = numbers.incrementAndGet();
      StringBuilder file = new StringBuilder("signal_type,value,member\n");
      for (int row = 0; row < ROWS; row++) {
        file.append("md5,%016x%016x,i%d-%d\n".formatted(number, row + 1, number, row));
      }
      HttpRequest.Builder request = HttpRequest.newBuilder()
          .header("Content-Type", "text/csv")
          .POST(BodyPublishers.ofString(file.toString()));
      note(imports, call(server, key, "/api/v1/banks/LOAD/imports", request), ID);
    }

    private void note(Told told, HttpResponse<String> answer, Pattern id) {
      Matcher found = id.matcher(answer.body());
      if (answer.statusCode() / 100 == 2 && found.find()) {
        told.add(found.group(1));
      } else if (answer.statusCode() != 429 && answer.statusCode() != 503) {
        defects.add(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
      }
    }
  }

  private void awaitMore() throws InterruptedException {
    scans.awaitMore(30);
    members.awaitMore(10);
    imports.awaitMore(5);
  }

  private void checkScans(LaunchedServer server, String key) throws Exception {
    for (String scan : scans.all) {
      assertThat(get(server, key, "/api/v1/scans/" + scan)).contains(scan);
    }
  }

  private void checkImports(LaunchedServer server, String key) throws Exception {
    for (String each : imports.all) {
      String path = "/api/v1/banks/LOAD/imports/" + each;
      long end = System.nanoTime() + PATIENCE.toNanos();
      String state = get(server, key, path);
      while (state.contains("\"queued\"") || state.contains("\"running\"")) {
        assertThat(System.nanoTime()).as("import %s ends", each).isLessThan(end);
        state = get(server, key, path);
      }
      assertThat(state).contains("\"state\":\"done\"", "\"added\":" + ROWS);
    }
  }

  private void checkMembers(LaunchedServer server, String key) throws Exception {
    for (String member : members.all) {
      assertThat(get(server, key, "/api/v1/banks/LOAD/members/" + member)).contains("\"active\"");
    }
    Map<String, Long> rows = get(server, key, "/api/v1/banks/LOAD/export")
        .lines()
        .map(line -> Pattern.compile("\\bi(\\d+)-\\d+\\b").matcher(line))
        .filter(Matcher::find)
        .collect(Collectors.groupingBy(found -> found.group(1), Collectors.counting()));
    assertThat(rows.values()).as("files are whole, also unacknowledged ones").containsOnly((long)
        ROWS);
  }

  /// The scans are unscannable in public, so each that was stored has its media sealed.
  private void checkEvidence(Path data) throws Exception {
    verify(data);
    LaunchedServer.Ended rotated = evidence("rotate-keys", data);
    assertThat(rotated.out())
        .matches("evidence-2: \\d+ data keys wrapped again, 0 could not be unwrapped\n");
    assertThat(rotated.status()).isZero();
    verify(data);
  }

  private void verify(Path data) throws Exception {
    LaunchedServer.Ended ended = evidence("verify", data);
    assertThat(ended.status()).as(ended.out() + ended.err()).isZero();
    Matcher sealed = Pattern.compile("^(\\d+) sealed, 0 destroyed, 0 defects").matcher(ended.out());
    assertThat(sealed.find()).as(ended.out()).isTrue();
    assertThat(Integer.parseInt(sealed.group(1))).isGreaterThanOrEqualTo(scans.all.size());
  }

  private LaunchedServer.Ended evidence(String command, Path data) throws Exception {
    return LaunchedServer.run(root, "evidence", command, "--data=" + data);
  }

  private void checkRestoredEvidence(Path data) throws Exception {
    String file = root.resolve("backup.zip").toString();
    Path other = root.resolve("restored");
    assertThat(LaunchedServer.run(root, "backup", file, "--data=" + data).status())
        .isZero();
    assertThat(LaunchedServer.run(root, "restore", file, "--data=" + other).status())
        .isZero();
    verify(other);
  }

  private void checkDamageIsFound(Path data) throws Exception {
    try (Stream<Path> files = Files.walk(data.resolve("blobs"))) {
      Path blob = files
          .filter(file -> file.toString().matches(".*/[0-9a-f]{64}"))
          .findFirst()
          .orElseThrow();
      Files.write(blob, new byte[] {1, 2, 3});
    }
    LaunchedServer.Ended ended = evidence("verify", data);
    assertThat(ended.out())
        .containsPattern("(?m)^evidence:[0-9a-f-]{36}: its blob is not what was stored$")
        .contains(" 1 defects");
    assertThat(ended.status()).isEqualTo(1);
  }

  private String get(LaunchedServer server, String key, String path) throws Exception {
    HttpResponse<String> answer =
        call(server, key, path, HttpRequest.newBuilder().GET());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static HttpRequest.Builder json(String body) {
    return HttpRequest.newBuilder()
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpResponse<String> call(
      LaunchedServer server, String key, String path, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(
        request
            .uri(server.address(path))
            .header("Authorization", "Bearer " + key)
            .build(),
        BodyHandlers.ofString());
  }
}
