package org.vigie.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Role;
import org.vigie.server.access.people.Enrolments;
import org.vigie.testkit.AuthenticatorApp;

/// Changes of people to their own ways to sign in.
final class OwnAccountTest extends EnrolledPeople {
  @Autowired
  OwnAccountTest(MockMvc http, Enrolments enrolments, People people, JdbcClient jdbc) {
    super(http, enrolments, people, jdbc);
  }

  @Test
  void account_lastWayIn_cannotBeRemoved() throws Exception {
    Enrolled person = enrol("last@example.org", Role.REVIEWER);
    person.browser().open("/account");
    person.browser().submit("/account/password/remove");
    assertThat(person.browser().open("/account").getContentAsString()).contains("only way");
    assertThat(signIn(
                new TestBrowser(http), person.email(), PASSWORD, person.codes().getFirst())
            .getStatus())
        .isEqualTo(303);
  }

  @Test
  void recoveryCodes_replaced_endOtherSessions() throws Exception {
    Enrolled person = enrol("newcodes@example.org", Role.REVIEWER);
    TestBrowser other = new TestBrowser(http);
    signIn(other, person.email(), PASSWORD, person.codes().getFirst());
    assertThat(isIn(other)).isTrue();
    person.browser().open("/account");
    assertThat(codes(person.browser().submit("/account/recovery-codes"))).hasSize(10);
    assertThat(isIn(other)).isFalse();
    assertThat(isIn(person.browser())).isTrue();
  }

  @Test
  void password_replaced_endsOtherSessionsOfThatPerson() throws Exception {
    Enrolled person = enrol("newpassword@example.org", Role.REVIEWER);
    Enrolled bystander = enrol("bystander@example.org", Role.REVIEWER);
    TestBrowser other = new TestBrowser(http);
    signIn(other, person.email(), PASSWORD, person.codes().getFirst());
    AuthenticatorApp app = app(person.browser().open("/account"));
    person.browser().submit("/account/password", "password", PASSWORD, "code", "wrong");
    assertThat(isIn(other)).as("nothing was changed").isTrue();
    MockHttpServletResponse done = person
        .browser()
        .submit("/account/password", "password", PASSWORD, "code", app.codeAt(Instant.now()));
    assertThat(codes(done)).hasSize(10);
    assertThat(isIn(other)).isFalse();
    assertThat(isIn(person.browser())).isTrue();
    assertThat(isIn(bystander.browser())).isTrue();
  }

  /// Makes all sessions of a person ones that began 16 minutes ago.
  private void age(Enrolled person) throws IOException {
    ByteArrayOutputStream since = new ByteArrayOutputStream();
    try (ObjectOutputStream stream = new ObjectOutputStream(since)) {
      stream.writeObject(Instant.now().minusSeconds(16 * 60).toEpochMilli());
    }
    assertThat(jdbc.sql("""
            update access.spring_session_attributes set attribute_bytes = :since
             where attribute_name = 'signed-in-at' and session_primary_id in
               (select primary_id from access.spring_session where principal_name = :id)
            """)
            .param("since", since.toByteArray())
            .param("id", person.id().value().toString())
            .update())
        .isPositive();
  }

  @Test
  void credentials_changedLongAfterSigningIn_askToSignInAgain() throws Exception {
    Enrolled person = enrol("stale@example.org", Role.REVIEWER);
    TestBrowser browser = person.browser();
    AuthenticatorApp app = app(browser.open("/account"));
    age(person);
    String again = "/sign-in?problem=again&then=/account";
    for (String path : List.of(
        "recovery-codes", "password/remove", "passkeys/options", "passkeys/remove?id=AAAA")) {
      assertThat(browser.submit("/account/" + path).getHeader("Location")).isEqualTo(again);
    }
    String code = app.codeAt(Instant.now());
    assertThat(browser
            .submit("/account/password", "password", PASSWORD, "code", code)
            .getHeader("Location"))
        .isEqualTo(again);
    assertThat(browser.open("/account").getContentAsString())
        .contains("id=\"sign-in-again\"")
        .doesNotContain("id=\"passkey\"", "id=\"password-form\"");
    assertThat(browser.open(again).getContentAsString())
        .contains("more than 15 minutes ago", "name=\"then\" value=\"/account\"");
    signIn(browser, person.email(), PASSWORD, person.codes().getFirst());
    browser.open("/account");
    assertThat(codes(browser.submit("/account/recovery-codes"))).hasSize(10);
  }

  @Test
  void app_shownToAnother_isNotTheNextPersons() throws Exception {
    TestBrowser shared = new TestBrowser(http);
    PersonId first = invite("app.first@example.org", Role.REVIEWER);
    PersonId second = invite("app.second@example.org", Role.REVIEWER);
    AuthenticatorApp known = app(shared.open(enrolments.newLink(VIGIE, first)));
    String link = enrolments.newLink(VIGIE, second);
    shared.open(link);
    assertThat(shared
            .submit(link + "/password", "password", PASSWORD, "code", known.codeAt(Instant.now()))
            .getStatus())
        .isEqualTo(422);
    AuthenticatorApp own = app(shared.open(link));
    assertThat(codes(shared.submit(
            link + "/password", "password", PASSWORD, "code", own.codeAt(Instant.now()))))
        .hasSize(10);
  }
}
