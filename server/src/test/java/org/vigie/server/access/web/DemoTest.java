package org.vigie.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;

/// A demonstration, whose visitors choose who they are. That there is no such door elsewhere is
/// in [SignInTest].
@ServerTest
@TestPropertySource(properties = "vigie.frame.demo=true")
final class DemoTest {
  private static final Caller VIGIE = new Caller.Vigie();

  private final MockMvc http;
  private final People people;
  private final JdbcClient jdbc;
  private final TestBrowser browser;

  @Autowired
  DemoTest(MockMvc http, People people, JdbcClient jdbc) {
    this.http = http;
    this.people = people;
    this.jdbc = jdbc;
    this.browser = new TestBrowser(http);
  }

  /// Makes a person as a demonstration does: invited, and without credentials.
  private PersonId resident(String name, Role... roles) {
    EmailAddress email = new EmailAddress(UUID.randomUUID() + "@town.example");
    return people.invite(VIGIE, new PersonName(name), email, Set.of(roles)).orElseThrow();
  }

  private MockHttpServletResponse enterAs(UUID person) throws Exception {
    browser.open("/demo");
    return browser.submit("/demo", "person", person.toString());
  }

  private int status(String path) throws Exception {
    return browser.open(path).getStatus();
  }

  private int signIns() {
    return jdbc.sql("select count(*) from access.ledger where act like 'signed in%'")
        .query(Integer.class)
        .single();
  }

  private void assertNobodyIsIn(int signInsBefore) throws Exception {
    assertThat(browser.open("/account").getHeader("Location"))
        .isEqualTo("/sign-in?then=%2Faccount");
    assertThat(signIns()).isEqualTo(signInsBefore);
  }

  @Test
  void page_ofADemonstration_listsThePeopleAndTheirRoles() throws Exception {
    PersonId one = resident("Ada Invented", Role.LEAD, Role.AUDITOR);
    PersonId out = resident("Gone Invented", Role.LEAD);
    people.disable(VIGIE, out);
    String html = browser.open("/demo").getContentAsString();
    assertThat(html)
        .containsSubsequence(" scope=\"row\">Ada Invented</th><td ", ">Lead, Auditor</td>")
        .contains("value=\"" + one.value() + "\"")
        .contains("Enter as Ada Invented")
        .doesNotContain("Gone Invented", out.value().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "REVIEWER, Reviewer, 200, 403, 403, 403",
    "LEAD, Lead, 200, 200, 403, 403",
    "LEGAL, Legal, 200, 403, 403, 403",
    "LIST_MANAGER, List manager, 200, 403, 403, 403",
    "ADMINISTRATOR, Administrator, 403, 200, 200, 403",
    "AUDITOR, Auditor, 200, 200, 200, 200"
  })
  void visitor_whoChoosesSomebody_mayDoWhatTheyMay(
      Role role, String words, int scans, int all, int keys, int ledger) throws Exception {
    PersonId id = resident("Resident " + role, role);
    assertThat(enterAs(id.value()).getHeader("Location")).isEqualTo("/");
    assertThat(browser.open("/account").getContentAsString())
        .contains(people.find(id).orElseThrow().email().value() + ". Your roles: " + words + ".");
    assertThat(List.of(status("/scans"), status("/people"), status("/keys"), status("/ledger")))
        .containsExactly(scans, all, keys, ledger);
  }

  @Test
  void visitor_whoChoosesAnother_isNoLongerTheFirst() throws Exception {
    enterAs(resident("First Choice", Role.AUDITOR).value());
    assertThat(status("/ledger")).isEqualTo(200);
    enterAs(resident("Second Choice", Role.REVIEWER).value());
    assertThat(status("/ledger")).isEqualTo(403);
  }

  @Test
  void visitor_whoChoosesSomebodyDisabled_isNobody() throws Exception {
    PersonId id = resident("Disabled Resident", Role.REVIEWER);
    people.disable(VIGIE, id);
    int before = signIns();
    assertThat(enterAs(id.value()).getHeader("Location")).isEqualTo("/demo");
    assertNobodyIsIn(before);
  }

  @Test
  void visitor_whoChoosesNobodyKnown_isNobody() throws Exception {
    int before = signIns();
    assertThat(enterAs(UUID.randomUUID()).getHeader("Location")).isEqualTo("/demo");
    browser.open("/demo");
    assertThat(browser.submit("/demo", "person", "nobody").getStatus()).isEqualTo(400);
    browser.open("/demo");
    assertThat(browser.submit("/demo").getStatus()).isEqualTo(400);
    assertNobodyIsIn(before);
  }

  @Test
  void visitor_disabledMeanwhile_isOutAtOnce() throws Exception {
    PersonId id = resident("Leaving Resident", Role.REVIEWER);
    enterAs(id.value());
    assertThat(status("/account")).isEqualTo(200);
    people.disable(VIGIE, id);
    assertThat(status("/account")).isEqualTo(302);
  }

  @Test
  void form_withoutItsToken_signsNobodyIn() throws Exception {
    PersonId id = resident("Token Resident", Role.REVIEWER);
    int before = signIns();
    assertThat(new TestBrowser(http)
            .submit("/demo", "person", id.value().toString())
            .getStatus())
        .isEqualTo(403);
    assertNobodyIsIn(before);
  }
}
