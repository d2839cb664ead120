package org.vigie.bench.doors;

import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.vigie.bench.BenchServer;
import org.vigie.bench.Browser;
import org.vigie.server.report.form.FormPass;

/// The doors that are open to everybody.
final class StrangersDoors {
  private static final String STRANGER = "stranger";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int CALLERS = 300;
  private static final int CALLS_EACH = 5;
  private static final int ATTEMPTS = 120;
  private static final int UPLOADS = 16;
  private static final int UPLOAD_BYTES = 100_000_000;
  private static final int SLOW_UPLOADS = 12;
  private static final int NETWORKS = 4;
  private static final int SLOW_STEPS = 200;
  private static final int BOMB_FORMS = 8;
  private static final int FILE_FORMS = 24;
  private static final int FILES_A_FORM = 3;
  private static final int FILE_BYTES = 10_000_000;
  private static final int IDLE = 2_000;
  private static final long IDLE_NANOS = 15_000_000_000L;

  private static final List<String> PAGES = List.of(
      "/report",
      "/report/r/AAAAA-BBBBB-CCCCC",
      "/report/state",
      "/sign-in",
      "/problems",
      "/health/ready",
      "/api/docs");

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([a-z_]+)\" value=\"([^\"]*)\"");
  private static final String ANSWERS = "reason=child-abuse&category=child-sexual-abuse-material"
      + "&surface=public&link=https://chat.example.org/c/17";

  private final BenchServer server;

  StrangersDoors(BenchServer server) {
    this.server = server;
  }

  List<Door> all() {
    return List.of(
        new Door("public pages", STRANGER, this::openPages),
        new Door("sign-in: passwords", STRANGER, this::guessPasswords),
        new Door("sign-in: bodies of 100 MB", STRANGER, answers -> upload("/sign-in", answers)),
        new Door("API without a key", STRANGER, answers -> upload("/api/v1/scans", answers)),
        new Door("report form: picture bombs", STRANGER, this::reportBombs),
        new Door("report form: slow uploads", STRANGER, this::reportSlowly),
        new Door("report form: random files", STRANGER, this::reportRandomFiles),
        new Door("silent connections", STRANGER, this::connect));
  }

  private void openPages(Answers answers) throws InterruptedException {
    Crowd.of(CALLERS, caller -> () -> {
      for (int i = 0; i < CALLS_EACH; i++) {
        String page = PAGES.get((caller + i) % PAGES.size());
        answers.count(get(1 + caller % NETWORKS, page));
      }
      return null;
    });
  }

  private String get(int network, String path) throws IOException {
    try (RawConnection connection = new RawConnection(network, server.port())) {
      connection.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      return connection.answer(PATIENCE);
    }
  }

  /// Guesses as a browser would send it, each guess about another account.
  private void guessPasswords(Answers answers) throws IOException, InterruptedException {
    Browser browser = new Browser(server.port(), 1);
    String token = Browser.group(Browser.TOKEN, browser.get("/sign-in").body());
    Crowd.of(ATTEMPTS, attempt -> () -> {
      Map<String, String> typed = Map.of(
          "_csrf",
          token,
          "email",
          "person" + attempt + "@example.org",
          "password",
          "guess " + attempt,
          "code",
          "000000");
      answers.count(browser.post("/sign-in", typed).statusCode());
      return null;
    });
  }

  private static String head(String path, String type, long length) {
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
        + type + "\r\nContent-Length: " + length + "\r\n\r\n";
  }

  /// Sends bodies of the largest upload size to paths that take none.
  private void upload(String path, Answers answers) throws InterruptedException {
    Crowd.of(UPLOADS, upload -> () -> {
      try (RawConnection connection = new RawConnection(1, server.port())) {
        byte[] begin = new Form().beginFile("file").begun();
        connection.send(head(path, Form.TYPE, UPLOAD_BYTES));
        answers.count(sendAll(connection, begin));
      }
      return null;
    });
  }

  private static String sendAll(RawConnection connection, byte[] begin) throws IOException {
    try {
      connection.send(begin);
      byte[] some = new byte[64 * 1024];
      for (long sent = begin.length; sent + some.length <= UPLOAD_BYTES; sent += some.length) {
        connection.send(some);
      }
      connection.send(new byte[(UPLOAD_BYTES - begin.length) % some.length]);
    } catch (SocketException _) {
      // The server has closed its side; its answer may still be readable.
    }
    return connection.answer(PATIENCE);
  }

  private void reportBombs(Answers answers) throws InterruptedException {
    byte[] tall = Bombs.png(1, 100_000_000);
    Crowd.of(BOMB_FORMS, n -> () -> {
      Form form = new Form().fields(filledForm());
      for (int file = 0; file < FILES_A_FORM; file++) {
        form.file("attachments", tall);
      }
      answers.count(report(1 + n % NETWORKS, form.whole()));
      return null;
    });
  }

  private void reportRandomFiles(Answers answers) throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(7);
    for (int n = 0; n < FILE_FORMS; n++) {
      Form form = new Form().fields(filledForm());
      for (int file = 0; file < FILES_A_FORM; file++) {
        byte[] content = new byte[FILE_BYTES];
        random.nextBytes(content);
        form.file("attachments", content);
      }
      answers.count(report(1, form.whole()));
    }
  }

  private String report(int network, byte[] body) throws IOException {
    try (RawConnection connection = new RawConnection(network, server.port())) {
      connection.send(head("/report/notices", Form.TYPE, body.length));
      connection.send(body);
      return connection.answer(PATIENCE);
    }
  }

  /// Returns a filled form, with the proof of work of a browser.
  private Map<String, String> filledForm() throws IOException, InterruptedException {
    HttpRequest step = HttpRequest.newBuilder(server.uri("/report/send"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(ANSWERS))
        .build();
    String page = server.send(step).body();
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher each = HIDDEN.matcher(page);
    while (each.find()) {
      fields.put(each.group(1), each.group(2).replace("&amp;", "&"));
    }
    FormPass pass = new FormPass(fields.getOrDefault("pass", ""));
    fields.put(
        "nonce",
        IntStream.iterate(0, n -> n + 1)
            .mapToObj(Integer::toString)
            .filter(pass::isProvenBy)
            .findFirst()
            .orElseThrow());
    fields.put("good_faith", "true");
    return fields;
  }

  /// Uploads byte by byte from several networks, while an honest person sends the form.
  private void reportSlowly(Answers answers) throws InterruptedException {
    Crowd.of(SLOW_UPLOADS + 1, n -> () -> {
      answers.count(
          n < SLOW_UPLOADS
              ? "slow " + slowReport(1 + n % NETWORKS)
              : "honest " + honestReport(1 + NETWORKS));
      return null;
    });
  }

  private String slowReport(int network) throws IOException, InterruptedException {
    byte[] begin = new Form().fields(filledForm()).beginFile("attachments").begun();
    try (RawConnection connection = new RawConnection(network, server.port())) {
      connection.send(head("/report/notices", Form.TYPE, begin.length + FILE_BYTES));
      connection.send(begin);
      for (int step = 0; step < SLOW_STEPS; step++) {
        connection.send(new byte[10]);
        LockSupport.parkNanos(100_000_000);
      }
      return connection.answer(PATIENCE);
    } catch (SocketException _) {
      // An outcome: the server closes connections that are too slow.
      return "closed";
    }
  }

  private String honestReport(int network) throws IOException, InterruptedException {
    // The slow ones have begun.
    LockSupport.parkNanos(5_000_000_000L);
    return report(network, new Form().fields(filledForm()).whole());
  }

  private void connect(Answers answers) throws InterruptedException {
    Crowd.of(IDLE, n -> () -> {
      try (RawConnection connection = new RawConnection(1 + n % NETWORKS, server.port())) {
        connection.send("GET /report HTTP/1.1\r\nHost: loc");
        LockSupport.parkNanos(IDLE_NANOS);
        answers.count(connection.answer(Duration.ofMillis(100)));
      }
      return null;
    });
  }
}
