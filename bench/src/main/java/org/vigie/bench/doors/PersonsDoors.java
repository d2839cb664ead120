package org.vigie.bench.doors;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.vigie.bench.BenchServer;
import org.vigie.bench.Browser;
import org.vigie.bench.SignUp;

/// The doors of a person who has signed in: the first administrator, who may open the most.
final class PersonsDoors {
  private static final String PERSON = "person";
  private static final int CALLERS = 100;
  private static final int CALLS_EACH = 5;
  private static final int EXPORTS = 20;
  private static final List<String> PAGES = List.of(
      "/", "/people", "/keys", "/banks", "/scans", "/policy", "/account", "/ledger", "/review");

  private final BenchServer server;
  private final Browser browser;

  PersonsDoors(BenchServer server) {
    this.server = server;
    this.browser = new Browser(server.port(), 0);
  }

  List<Door> all() {
    return List.of(
        new Door("signed-in pages", PERSON, this::openPages),
        new Door("exports", PERSON, this::export),
        new Door("policy text", PERSON, this::checkPolicies));
  }

  /// Signs up as the first administrator.
  void signUp() throws IOException, InterruptedException {
    SignUp.with(browser, server.enrolmentLink().getPath());
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
