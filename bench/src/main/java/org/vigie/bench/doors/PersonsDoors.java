package org.vigie.bench.doors;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.bench.BenchServer;
import org.vigie.testkit.AuthenticatorApp;

/// The doors of a person who has signed in: the first administrator, who may open the most.
final class PersonsDoors {
  private static final String PERSON = "person";
  private static final int CALLERS = 100;
  private static final int CALLS_EACH = 5;
  private static final int EXPORTS = 20;
  private static final String PASSWORD = "a made-up sentence for a bench";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern SECRET = Pattern.compile("id=\"app-secret\">([^<]+)<");
  private static final List<String> PAGES =
      List.of("/", "/people", "/keys", "/banks", "/scans", "/policy", "/account", "/ledger");

  private final BenchServer server;
  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .cookieHandler(new CookieManager())
      .followRedirects(HttpClient.Redirect.NORMAL)
      .build();

  PersonsDoors(BenchServer server) {
    this.server = server;
  }

  List<Door> all() {
    return List.of(
        new Door("signed-in pages", PERSON, this::openPages),
        new Door("exports", PERSON, this::export),
        new Door("policy text", PERSON, this::checkPolicies));
  }

  /// Signs up as the first administrator.
  void signUp() throws IOException, InterruptedException {
    String link = server.enrolmentLink().getPath();
    String introduction = get(link).body();
    post(
        link + "/person",
        Map.of(
            "_csrf", group(TOKEN, introduction),
            "name", "Ada Bench",
            "email", "ada@example.org"));
    String enrolment = get(link).body();
    AuthenticatorApp app = new AuthenticatorApp(group(SECRET, enrolment));
    HttpResponse<String> done = post(
        link + "/password",
        Map.of(
            "_csrf", group(TOKEN, enrolment),
            "password", PASSWORD,
            "code", app.codeAt(Instant.now())));
    if (done.statusCode() != 200) {
      throw new IllegalStateException("signing up ended with status " + done.statusCode());
    }
  }

  private static String group(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    if (!found.find()) {
      throw new IllegalStateException("a page has no " + pattern);
    }
    return found.group(1);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(local(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  /// Cookies and tokens of forms belong to the name under which people open Vigie.
  private URI local(String path) {
    return URI.create("http://localhost:" + server.port() + path);
  }

  private HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(local(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", "http://localhost:" + server.port())
            .POST(BodyPublishers.ofString(StrangersDoors.encode(fields)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void openPages(Answers answers) throws InterruptedException {
    Crowd.of(CALLERS, caller -> () -> {
      for (int i = 0; i < CALLS_EACH; i++) {
        answers.count(get(PAGES.get((caller + i) % PAGES.size())).statusCode());
      }
      return null;
    });
  }

  private void export(Answers answers) throws InterruptedException {
    Crowd.of(EXPORTS, n -> () -> {
      answers.count(get("/ledger/export").statusCode());
      return null;
    });
  }

  /// Sends texts of the policy that are nothing but brackets.
  private void checkPolicies(Answers answers) throws Exception {
    String token = group(TOKEN, get("/policy/edit").body());
    Crowd.of(EXPORTS, n -> () -> {
      Map<String, String> fields = Map.of("_csrf", token, "text", "[".repeat(100_000));
      answers.count(post("/policy/check", fields).statusCode());
      return null;
    });
  }
}
