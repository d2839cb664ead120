package org.vigie.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.people.Enrolments;
import org.vigie.testkit.AuthenticatorApp;

/// The shared parts of the tests of signing in: people who enrol with password and app, by the
/// pages, as a browser without scripts sees them.
@ServerTest
abstract class EnrolledPeople {
  static final String PASSWORD = "correct horse battery";
  static final Caller VIGIE = new Caller.Vigie();

  final MockMvc http;
  final Enrolments enrolments;
  final People people;
  final JdbcClient jdbc;

  EnrolledPeople(MockMvc http, Enrolments enrolments, People people, JdbcClient jdbc) {
    this.http = http;
    this.enrolments = enrolments;
    this.people = people;
    this.jdbc = jdbc;
  }

  /// A person who has enrolled with password and app.
  record Enrolled(
      PersonId id, String email, AuthenticatorApp app, List<String> codes, TestBrowser browser) {}

  PersonId invite(String email, Role... roles) {
    return people
        .invite(VIGIE, new PersonName("Test Person"), new EmailAddress(email), Set.of(roles))
        .orElseThrow();
  }

  Enrolled enrol(String email, Role... roles) throws Exception {
    PersonId id = invite(email, roles);
    String link = enrolments.newLink(VIGIE, id);
    TestBrowser browser = new TestBrowser(http);
    AuthenticatorApp app = app(browser.open(link));
    MockHttpServletResponse done =
        browser.submit(link + "/password", "password", PASSWORD, "code", app.codeAt(Instant.now()));
    assertThat(done.getStatus()).isEqualTo(200);
    return new Enrolled(id, email, app, codes(done), browser);
  }

  static AuthenticatorApp app(MockHttpServletResponse page) throws Exception {
    return new AuthenticatorApp(TestBrowser.between(page, "<code id=\"app-secret\">", "</code>"));
  }

  static List<String> codes(MockHttpServletResponse page) throws Exception {
    return Pattern.compile("<li><code>([a-z2-7-]{19})</code>")
        .matcher(page.getContentAsString())
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  static MockHttpServletResponse signIn(
      TestBrowser browser, String email, String password, String code) throws Exception {
    browser.open("/sign-in");
    return browser.submit("/sign-in", "email", email, "password", password, "code", code);
  }

  static boolean isIn(TestBrowser browser) throws Exception {
    return browser.open("/account").getStatus() == 200;
  }
}
