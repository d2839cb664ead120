package org.vigie.bench.doors;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  private static final Pattern SECRET = Pattern.compile("id=\"app-secret\">([^<]+)<");
  private static final Pattern OWN_PAGE = Pattern.compile("href=\"(/people/[0-9a-f-]{36})\"");
  private static final Pattern ROLE = Pattern.compile("name=\"role\"[^>]*value=\"([A-Za-z_]+)\"");
  private static final List<String> PAGES = List.of(
      "/", "/people", "/keys", "/banks", "/scans", "/policy", "/account", "/ledger", "/review");

  private final BenchServer server;
  private final Browser browser;

  PersonsDoors(BenchServer server) {
    this.server = server;
    this.browser = new Browser(server, 0);
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
    String introduction = browser.get(link).body();
    browser.post(
        link + "/person",
        Map.of(
            "_csrf", Browser.group(Browser.TOKEN, introduction),
            "name", "Ada Bench",
            "email", "ada@example.org"));
    String enrolment = browser.get(link).body();
    AuthenticatorApp app = new AuthenticatorApp(Browser.group(SECRET, enrolment));
    HttpResponse<String> done = browser.post(
        link + "/password",
        Map.of(
            "_csrf", Browser.group(Browser.TOKEN, enrolment),
            "password", PASSWORD,
            "code", app.codeAt(Instant.now())));
    if (done.statusCode() != 200) {
      throw new IllegalStateException("signing up ended with status " + done.statusCode());
    }
    takeAllRoles();
  }

  /// Nothing is sealed yet, so no approval is needed.
  private void takeAllRoles() throws IOException, InterruptedException {
    String own = Browser.group(OWN_PAGE, browser.get("/people").body());
    String page = browser.get(own).body();
    String fields = "_csrf=" + Browser.group(Browser.TOKEN, page)
        + ROLE.matcher(page).results().map(role -> "&role=" + role.group(1)).collect(joining());
    browser.send(own + "/roles", fields);
    if (browser.get("/ledger").statusCode() != 200) {
      throw new IllegalStateException("the first administrator did not get all roles");
    }
  }

  private void openPages(Answers answers) throws InterruptedException {
    Crowd.of(CALLERS, caller -> () -> {
      for (int i = 0; i < CALLS_EACH; i++) {
        answers.count(browser.get(PAGES.get((caller + i) % PAGES.size())).statusCode());
      }
      return null;
    });
  }

  private void export(Answers answers) throws InterruptedException {
    Crowd.of(EXPORTS, n -> () -> {
      answers.count(browser.get("/ledger/csv").statusCode());
      return null;
    });
  }

  /// Sends texts of the policy that are nothing but brackets.
  private void checkPolicies(Answers answers) throws IOException, InterruptedException {
    String token = Browser.group(Browser.TOKEN, browser.get("/policy/edit").body());
    Crowd.of(EXPORTS, n -> () -> {
      Map<String, String> fields = Map.of("_csrf", token, "text", "[".repeat(100_000));
      answers.count(browser.post("/policy/check", fields).statusCode());
      return null;
    });
  }
}
