package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.access.keys.KeyGate;
import org.vigie.testkit.Eventually;
import org.vigie.testkit.PictureFile;
import org.vigie.testkit.SyntheticPicture;

/// A crowd of strangers at one door after another, while programs scan: no answer is a fault, scans
/// never wait in vain for a connection, and every request is answered. Every third stranger brings
/// an invented session.
///
/// The doors are found, not listed: a new handler is included automatically.
@ServerTest
@TestPropertySource(properties = "vigie.database.connections=20")
final class CrowdTest {
  private static final int CROWD = 300;
  private static final String BOUNDARY = "crowd-boundary";
  private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z2-7-]+)\"");

  private final RequestMappingHandlerMapping mapping;
  private final MeterRegistry meters;
  private final String bearer;
  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .followRedirects(HttpClient.Redirect.NEVER)
      .build();

  @LocalServerPort
  private int port;

  @Autowired
  CrowdTest(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
      MeterRegistry meters,
      ApiKeys keys,
      KeyGate gate) {
    this.mapping = mapping;
    this.meters = meters;
    this.bearer = TestCallers.bearer(keys, gate, Scope.SCAN, Scope.NOTICES);
  }

  /// A way into the server.
  private record Door(String method, String path) {}

  /// The result of a request.
  private record Answer(Door door, int status) {}

  @Test
  void everyDoor_with300Strangers_leavesScansAndHealthAlone() throws Exception {
    Eventually.holds(() -> health() == 200);
    List<Door> doors = doors(receiptCode());
    assertThat(doors).hasSizeGreaterThan(60);
    assertThat(doors).extracting(Door::path).anyMatch(path -> path.startsWith("/report/r/"));

    AtomicBoolean crowded = new AtomicBoolean(true);
    Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    List<Integer> scans;
    List<Integer> health;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Integer>> scanning = threads.submit(() -> repeated(crowded, this::scan));
      Future<List<Integer>> probing = threads.submit(() -> repeated(crowded, this::health));
      try {
        for (Door door : doors) {
          visit(threads, door, answers);
        }
      } finally {
        crowded.set(false);
      }
      scans = scanning.get(1, TimeUnit.MINUTES);
      health = probing.get(1, TimeUnit.MINUTES);
    }

    assertThat(answers).hasSize(CROWD * doors.size());
    assertThat(answers).filteredOn(answer -> answer.status() == 500).isEmpty();
    assertThat(answers.stream().map(Answer::door).distinct()).containsAll(doors);
    // 429 is the limit of concurrent calls, checked before anything is read
    assertThat(scans).contains(200).allMatch(status -> status == 200 || status == 429);
    assertThat(health).isNotEmpty().containsOnly(200);
    assertThat(timeouts("scans")).isZero();
    assertThat(timeouts("watch")).isZero();
    assertThat(OneConnectionAThread.refused()).isEmpty();
  }

  private double timeouts(String lane) {
    return meters
        .get("hikaricp.connections.timeout")
        .tag("pool", lane)
        .counter()
        .count();
  }

  /// Lets the whole crowd through one door at once.
  private void visit(ExecutorService threads, Door door, Queue<Answer> answers) throws Exception {
    List<Future<?>> crowd = new ArrayList<>();
    for (int one = 0; one < CROWD; one++) {
      Optional<String> cookie = one % 3 == 0 ? Optional.of(inventedSession()) : Optional.empty();
      crowd.add(threads.submit(() -> answers.add(new Answer(door, status(door, cookie)))));
    }
    for (Future<?> visitor : crowd) {
      visitor.get(5, TimeUnit.MINUTES);
    }
  }

  /// In the form of a session's, so that it is looked up.
  private static String inventedSession() {
    String id = UUID.randomUUID().toString();
    return "session=" + Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.US_ASCII));
  }

  /// Something that is asked again and again.
  private interface Call {
    int status() throws Exception;
  }

  private static List<Integer> repeated(AtomicBoolean crowded, Call call) throws Exception {
    List<Integer> statuses = new ArrayList<>();
    do {
      statuses.add(call.status());
    } while (crowded.get());
    return statuses;
  }

  /// Returns all calls and pages: those for everybody, and the others, whose gates strangers
  /// reach.
  private List<Door> doors(String code) {
    List<Door> doors = new ArrayList<>();
    mapping.getHandlerMethods().keySet().forEach(how -> doors.addAll(doors(how, code)));
    doors.add(new Door("GET", "/metrics"));
    doors.add(new Door("GET", "/report/embed.js"));
    doors.add(new Door("GET", "/nowhere"));
    return doors.stream().distinct().toList();
  }

  private static List<Door> doors(RequestMappingInfo how, String code) {
    Set<String> methods = new TreeSet<>();
    how.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
    return how.getPatternValues().stream()
        .map(path -> path.replaceAll("\\{\\*?code[^}]*}", code).replaceAll("\\{[^}]*}", "none"))
        .flatMap(path ->
            (methods.isEmpty() ? Set.of("GET") : methods).stream().map(m -> new Door(m, path)))
        .toList();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofMinutes(2));
  }

  private int status(Door door, Optional<String> cookie) throws IOException, InterruptedException {
    HttpRequest.Builder request = to(door.path());
    cookie.ifPresent(said -> request.header("Cookie", said));
    return http.send(filled(door, request).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static HttpRequest.Builder filled(Door door, HttpRequest.Builder request) {
    return switch (door.method()) {
      case "GET" -> request.GET();
      case "POST" ->
        request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("code=none&name=none"));
      default -> request.method(door.method(), BodyPublishers.noBody());
    };
  }

  private int health() {
    try {
      return status(new Door("GET", "/health/ready"), Optional.empty());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("health does not answer", e);
    }
  }

  private String receiptCode() throws Exception {
    HttpRequest request = to("/api/v1/notices")
        .header("Authorization", bearer)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("""
            {"ground": "rules", "category": "scams-and-fraud", "surface": "public",
             "reported": [{"room": "r-1", "message": "17"}], "reporter": "user-1"}"""))
        .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    Matcher code = CODE.matcher(answer.body());
    assertThat(code.find()).as("answer %s", answer.statusCode()).isTrue();
    return code.group(1);
  }

  private int scan() throws Exception {
    byte[] picture = PictureFile.of(new SyntheticPicture(256, 256, 7)).png();
    byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"submission\"\r\n"
            + "Content-Type: application/json\r\n\r\n{\"surface\": \"public\"}\r\n--" + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"media\"; filename=\"p.png\"\r\n"
            + "Content-Type: image/png\r\n\r\n")
        .getBytes(StandardCharsets.UTF_8);
    byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
    HttpRequest request = to("/api/v1/scans")
        .header("Authorization", bearer)
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.concat(
            BodyPublishers.ofByteArray(head),
            BodyPublishers.ofByteArray(picture),
            BodyPublishers.ofByteArray(tail)))
        .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
