package org.vigie.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.access.People;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Role;
import org.vigie.server.access.people.Enrolments;
import org.vigie.testkit.AuthenticatorApp;

/// People and their ways in, as a browser without scripts sees them.
final class SignInTest extends EnrolledPeople {
  @Autowired
  SignInTest(MockMvc http, Enrolments enrolments, People people, JdbcClient jdbc) {
    super(http, enrolments, people, jdbc);
  }

  @Test
  void firstAdministrator_linkUsed_isIn() throws Exception {
    jdbc.sql("delete from access.authenticator").update();
    jdbc.sql("delete from access.recovery_code").update();
    jdbc.sql("delete from access.password").update();
    String old = enrolments.newLink().orElseThrow();
    String link = enrolments.newLink().orElseThrow();
    TestBrowser browser = new TestBrowser(http);
    assertThat(browser.open(old).getStatus()).isEqualTo(410);
    browser.open(link);
    assertThat(browser
            .submit(link + "/person", "name", "First Person", "email", "First@Example.org")
            .getHeader("Location"))
        .isEqualTo(link);
    AuthenticatorApp app = app(browser.open(link));
    assertThat(codes(browser.submit(
            link + "/password", "password", PASSWORD, "code", app.codeAt(Instant.now()))))
        .hasSize(10)
        .doesNotHaveDuplicates();
    assertThat(browser.open("/people").getContentAsString()).contains("first@example.org");
    assertThat(enrolments.newLink()).isEmpty();
    assertThat(new TestBrowser(http).open(link).getStatus()).isEqualTo(410);
  }

  @Test
  void passwordAndCode_right_signInOnceOnly() throws Exception {
    Enrolled person = enrol("totp@example.org", Role.REVIEWER);
    // The code of now was used up by enrolling.
    String code = person.app().codeAt(Instant.now().plusSeconds(30));
    TestBrowser browser = new TestBrowser(http);
    MockHttpServletResponse done = signIn(browser, person.email(), PASSWORD, code);
    assertThat(done.getStatus()).isEqualTo(303);
    assertThat(isIn(browser)).isTrue();
    TestBrowser thief = new TestBrowser(http);
    assertThat(signIn(thief, person.email(), PASSWORD, code).getStatus()).isEqualTo(401);
    assertThat(isIn(thief)).isFalse();
  }

  @Test
  void recoveryCode_right_signsInOnceOnly() throws Exception {
    Enrolled person = enrol("recovery@example.org", Role.REVIEWER);
    String code = person.codes().getFirst();
    assertThat(signIn(new TestBrowser(http), person.email(), PASSWORD, code).getStatus())
        .isEqualTo(303);
    assertThat(signIn(new TestBrowser(http), person.email(), PASSWORD, code).getStatus())
        .isEqualTo(401);
  }

  @Test
  void password_wrongOrCodeWrong_isRefusedAlike() throws Exception {
    Enrolled person = enrol("wrong@example.org", Role.REVIEWER);
    String code = person.codes().getFirst();
    MockHttpServletResponse wrongPassword =
        signIn(new TestBrowser(http), person.email(), "wrong horse battery", code);
    MockHttpServletResponse wrongCode =
        signIn(new TestBrowser(http), person.email(), PASSWORD, "aaaa-aaaa-aaaa-aaaa");
    MockHttpServletResponse nobody =
        signIn(new TestBrowser(http), "nobody@example.org", PASSWORD, code);
    assertThat(List.of(wrongPassword.getStatus(), wrongCode.getStatus(), nobody.getStatus()))
        .containsOnly(401);
    assertThat(TestBrowser.between(wrongPassword, "id=\"sign-in-problem\">", "</div>"))
        .isEqualTo(TestBrowser.between(wrongCode, "id=\"sign-in-problem\">", "</div>"))
        .isEqualTo(TestBrowser.between(nobody, "id=\"sign-in-problem\">", "</div>"));
  }

  @Test
  void form_withoutItsFields_isRefusedAsAnyOther() throws Exception {
    Enrolled person = enrol("fields@example.org", Role.REVIEWER);
    TestBrowser browser = new TestBrowser(http);
    browser.open("/sign-in");
    assertThat(browser.submit("/sign-in").getStatus()).isEqualTo(401);
    assertThat(browser.submit("/sign-in", "email", person.email()).getStatus()).isEqualTo(401);
    assertThat(browser
            .submit("/sign-in", "email", person.email(), "password", PASSWORD)
            .getStatus())
        .isEqualTo(401);
  }

  @Test
  void attempts_tooMany_areRefusedEvenWhenRight() throws Exception {
    Enrolled person = enrol("throttled@example.org", Role.REVIEWER);
    for (int attempt = 0; attempt < 5; attempt++) {
      signIn(new TestBrowser(http), person.email(), "wrong horse battery", "000000");
    }
    MockHttpServletResponse right =
        signIn(new TestBrowser(http), person.email(), PASSWORD, person.codes().getFirst());
    assertThat(right.getStatus()).isEqualTo(429);
    assertThat(right.getHeader("Retry-After")).matches("[1-9][0-9]*");
    assertThat(right.getContentAsString()).contains("Too many failed attempts");
  }

  @Test
  void link_usedOrExpired_isGone() throws Exception {
    PersonId id = invite("expired@example.org", Role.REVIEWER);
    String link = enrolments.newLink(VIGIE, id);
    jdbc.sql("update access.enrolment set expires_at = now() - interval '1 second'"
            + " where person_id = :id")
        .param("id", id.value())
        .update();
    TestBrowser browser = new TestBrowser(http);
    assertThat(browser.open(link).getStatus()).isEqualTo(410);
    browser.open("/sign-in");
    assertThat(browser
            .submit(link + "/password", "password", PASSWORD, "code", "000000")
            .getStatus())
        .isEqualTo(410);
  }

  @Test
  void link_wrongCode_staysAndGivesNothing() throws Exception {
    PersonId id = invite("wrongcode@example.org", Role.REVIEWER);
    String link = enrolments.newLink(VIGIE, id);
    TestBrowser browser = new TestBrowser(http);
    browser.open(link);
    assertThat(browser
            .submit(link + "/password", "password", PASSWORD, "code", "no code")
            .getStatus())
        .isEqualTo(422);
    assertThat(browser
            .submit(link + "/password", "password", "too short", "code", "000000")
            .getStatus())
        .isEqualTo(422);
    assertThat(people.find(id).orElseThrow().state()).isEqualTo(Person.State.INVITED);
    assertThat(browser.open(link).getStatus()).isEqualTo(200);
  }

  @Test
  void session_chosenByAnother_isNotTheSignedInOne() throws Exception {
    Enrolled person = enrol("fixation@example.org", Role.REVIEWER);
    TestBrowser attacker = new TestBrowser(http);
    attacker.open(enrolments.newLink(VIGIE, invite("attacker@example.org", Role.REVIEWER)));
    Cookie planted = attacker.cookie("session");
    TestBrowser victim = new TestBrowser(http);
    victim.plant(planted);
    signIn(victim, person.email(), PASSWORD, person.codes().getFirst());
    assertThat(isIn(victim)).isTrue();
    assertThat(isIn(attacker)).isFalse();
  }

  @Test
  void person_disabled_isOutAtOnce() throws Exception {
    Enrolled person = enrol("disabled@example.org", Role.REVIEWER);
    assertThat(isIn(person.browser())).isTrue();
    assertThat(people.disable(VIGIE, person.id())).isEqualTo(People.Change.DONE);
    assertThat(isIn(person.browser())).isFalse();
    assertThat(signIn(
                new TestBrowser(http), person.email(), PASSWORD, person.codes().getFirst())
            .getStatus())
        .isEqualTo(401);
  }

  @Test
  void roles_changed_countAtOnce() throws Exception {
    Enrolled person = enrol("roles@example.org", Role.REVIEWER);
    assertThat(person.browser().open("/ledger").getStatus()).isEqualTo(403);
    people.setRoles(VIGIE, person.id(), Set.of(Role.AUDITOR));
    assertThat(person.browser().open("/ledger").getStatus()).isEqualTo(200);
  }

  @Test
  void person_signedOut_isOut() throws Exception {
    Enrolled person = enrol("out@example.org", Role.REVIEWER);
    person.browser().open("/account");
    assertThat(person.browser().submit("/sign-out").getStatus()).isEqualTo(303);
    assertThat(isIn(person.browser())).isFalse();
  }

  @Test
  void database_ofSomebodyEnrolled_holdsNoSecret() throws Exception {
    Enrolled person = enrol("secrets@example.org", Role.REVIEWER);
    String code = person.codes().getFirst();
    Optional<String> row =
        jdbc.sql("""
            select (select p::text from access.password p where p.person_id = :id)
                || (select string_agg(c::text, ' ') from access.recovery_code c
                     where c.person_id = :id)
            """).param("id", person.id().value()).query(String.class).optional();
    assertThat(row.orElseThrow()).contains("pbkdf2").doesNotContain(PASSWORD, code);
  }

  @Test
  void form_withoutItsToken_isRefused() throws Exception {
    Enrolled person = enrol("csrf@example.org", Role.REVIEWER);
    TestBrowser forged = new TestBrowser(http);
    Cookie session = person.browser().cookie("session");
    forged.plant(session);
    assertThat(forged.submit("/account/recovery-codes").getStatus()).isEqualTo(403);
  }

  @Test
  void then_ofAnotherSite_leadsHome() throws Exception {
    Enrolled person = enrol("then@example.org", Role.REVIEWER);
    TestBrowser browser = new TestBrowser(http);
    browser.open("/sign-in");
    MockHttpServletResponse done = browser.submit(
        "/sign-in",
        "email",
        person.email(),
        "password",
        PASSWORD,
        "code",
        person.codes().getFirst(),
        "then",
        "//evil.example/");
    assertThat(done.getHeader("Location")).isEqualTo("/");
  }

  @Test
  void demonstration_notWanted_hasNoDoor() throws Exception {
    PersonId id = enrol("nodoor@example.org", Role.ADMINISTRATOR).id();
    TestBrowser browser = new TestBrowser(http);
    browser.open("/sign-in");
    assertThat(browser.open("/demo").getStatus()).isEqualTo(404);
    assertThat(browser.submit("/demo", "person", id.value().toString()).getStatus())
        .isEqualTo(404);
    assertThat(isIn(browser)).isFalse();
  }

  @Test
  void formToken_thatIsNoTextInAnAddress_isNoToken() throws Exception {
    int status = http.perform(post("/sign-in").contentType("text/plain").with(request -> {
          request.setQueryString("_csrf=%zz");
          return request;
        }))
        .andReturn()
        .getResponse()
        .getStatus();
    assertThat(status).isEqualTo(403);
  }
}
