package org.vigie.bench;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.vigie.testkit.AuthenticatorApp;

/// Signs a browser up as the first administrator of a new server, who then takes all roles.
public final class SignUp {
  private static final String PASSWORD = "a made-up sentence for a bench";
  private static final Pattern SECRET = Pattern.compile("id=\"app-secret\">([^<]+)<");
  private static final Pattern OWN_PAGE = Pattern.compile("href=\"(/people/[0-9a-f-]{36})\"");
  private static final Pattern ROLE = Pattern.compile("name=\"role\"[^>]*value=\"([A-Za-z_]+)\"");

  private SignUp() {}

  /// Signs up the first administrator, as a browser would.
  ///
  /// @param link the path that the server gives the first administrator
  public static void with(Browser browser, String link) throws IOException, InterruptedException {
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
    takeAllRoles(browser);
  }

  /// Nothing is sealed yet, so no approval is needed.
  private static void takeAllRoles(Browser browser) throws IOException, InterruptedException {
    String own = Browser.group(OWN_PAGE, browser.get("/people").body());
    String page = browser.get(own).body();
    String fields = "_csrf=" + Browser.group(Browser.TOKEN, page)
        + ROLE.matcher(page).results().map(role -> "&role=" + role.group(1)).collect(joining());
    browser.send(own + "/roles", fields);
    if (browser.get("/ledger").statusCode() != 200) {
      throw new IllegalStateException("the first administrator did not get all roles");
    }
  }
}
