package org.vigie.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.vigie.server.ServerTest;
import org.vigie.server.access.ApiKey;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.People;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;

/// The pages about people, keys and the ledger.
@ServerTest
final class PeoplePagesTest {
  private static final Caller VIGIE = new Caller.Vigie();

  private final MockMvc http;
  private final People people;
  private final ApiKeys keys;
  private final JdbcClient jdbc;

  @Autowired
  PeoplePagesTest(MockMvc http, People people, ApiKeys keys, JdbcClient jdbc) {
    this.http = http;
    this.people = people;
    this.keys = keys;
    this.jdbc = jdbc;
  }

  private PersonId invite(String email, Role... roles) {
    return people
        .invite(VIGIE, new PersonName("Invented Person"), new EmailAddress(email), Set.of(roles))
        .orElseThrow();
  }

  private PersonId enrolled(String email, Role... roles) {
    PersonId id = invite(email, roles);
    jdbc.sql("insert into access.identity values ('https://id.example.org', :email, :id)")
        .param("email", email)
        .param("id", id.value())
        .update();
    return id;
  }

  @ParameterizedTest
  @CsvSource({
    "/sign-in, en, Sign in",
    "/sign-in, fr, Se connecter",
    "/people, en, Invite somebody",
    "/people, fr, Inviter quelqu’un",
    "/keys, en, Create a key",
    "/keys, fr, Créer une clé"
  })
  void page_inEachLanguage_isGuardedAndSpeaksIt(String path, String language, String words)
      throws Exception {
    http.perform(get(path)
            .header("Accept-Language", language)
            .with(TestCallers.person(Role.ADMINISTRATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(words)))
        .andExpect(content().string(not(containsString("style="))))
        .andExpect(header()
            .string(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " media-src 'self' blob:; connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
                    + " base-uri 'none'"))
        .andExpect(header().string("Referrer-Policy", "same-origin"))
        .andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("Permissions-Policy", containsString("camera=()")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ledger", "/people", "/keys"})
  void page_ofAuditor_hasNothingToChange(String path) throws Exception {
    http.perform(get(path).with(TestCallers.person(Role.AUDITOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("method=\"post\" action=\"" + path))));
  }

  @Test
  void invitation_sent_showsALinkOnceAndIsInTheLedger() throws Exception {
    http.perform(post("/people")
            .with(TestCallers.person(Role.ADMINISTRATOR))
            .with(csrf())
            .param("name", "New Person")
            .param("email", "new@example.org")
            .param("role", "REVIEWER", "LEAD"))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(content().string(containsString("http://localhost:8080/enrol/")));
    Person person = people.all().stream()
        .filter(found -> found.email().value().equals("new@example.org"))
        .findAny()
        .orElseThrow();
    assertThat(person.roles()).containsExactlyInAnyOrder(Role.REVIEWER, Role.LEAD);
    http.perform(get("/ledger")
            .param("subject", "person:" + person.id().value())
            .with(TestCallers.person(Role.AUDITOR)))
        .andExpect(content().string(containsString("roles=LEAD,REVIEWER")))
        .andExpect(content().string(containsString("Enrolment link created")));
  }

  @Test
  void invitation_withoutRoleOrAddress_saysWhatIsWrong() throws Exception {
    http.perform(post("/people")
            .with(TestCallers.person(Role.ADMINISTRATOR))
            .with(csrf())
            .param("name", "New Person")
            .param("email", "nowhere"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Choose at least one role.")))
        .andExpect(content().string(containsString("name@example.org")));
  }

  @Test
  void administrator_theLastWhoCanSignIn_staysOne() {
    jdbc.sql("delete from access.identity").update();
    PersonId only = enrolled("only@example.org", Role.ADMINISTRATOR);
    invite("not-yet@example.org", Role.ADMINISTRATOR);
    assertThat(people.setRoles(VIGIE, only, Set.of(Role.REVIEWER)))
        .isEqualTo(People.Change.LAST_ADMINISTRATOR);
    assertThat(people.disable(VIGIE, only)).isEqualTo(People.Change.LAST_ADMINISTRATOR);
    enrolled("second@example.org", Role.ADMINISTRATOR);
    assertThat(people.disable(VIGIE, only)).isEqualTo(People.Change.DONE);
    assertThat(people.enable(VIGIE, only)).isEqualTo(People.Change.DONE);
  }

  @Test
  void person_page_changesRolesAndOrganisation() throws Exception {
    PersonId id = invite("changed@example.org", Role.REVIEWER);
    String path = "/people/" + id.value();
    http.perform(post("/people/organisations")
            .with(TestCallers.person(Role.ADMINISTRATOR))
            .with(csrf())
            .param("organisation-name", "Example Hotline")
            .param("kind", "HOTLINE")
            .param("country", "FR"))
        .andExpect(status().isFound());
    Organisation organisation = people.organisations().getFirst();
    http.perform(post(path + "/organisation")
            .with(TestCallers.person(Role.ADMINISTRATOR))
            .with(csrf())
            .param("organisation", organisation.id().value().toString()))
        .andExpect(status().isFound());
    http.perform(post(path + "/roles")
            .with(TestCallers.person(Role.ADMINISTRATOR))
            .with(csrf())
            .param("role", "LIST_MANAGER"))
        .andExpect(status().isFound());
    Person changed = people.find(id).orElseThrow();
    assertThat(changed.roles()).containsExactly(Role.LIST_MANAGER);
    assertThat(changed.organisation()).contains(organisation.id());
    http.perform(get(path).with(TestCallers.person(Role.ADMINISTRATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Example Hotline")));
  }

  @Test
  void key_madeOnThePage_isShownOnceAndCanBeRevoked() throws Exception {
    String page = http.perform(post("/keys")
            .with(TestCallers.person(Role.ADMINISTRATOR))
            .with(csrf())
            .param("name", "upload service")
            .param("rate", "20")
            .param("scope", "SCAN"))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
    ApiKey key = keys.all().getFirst();
    assertThat(page).contains("vigie_" + key.id().value() + "_");
    assertThat(key.ratePerSecond()).isEqualTo(20);
    http.perform(get("/keys").with(TestCallers.person(Role.ADMINISTRATOR)))
        .andExpect(content().string(containsString(key.id().value())))
        .andExpect(content().string(not(containsString("vigie_" + key.id().value()))));
    http.perform(post("/keys/" + key.id().value() + "/revoke")
            .param("typed", "upload")
            .with(TestCallers.person(Role.ADMINISTRATOR))
            .with(csrf()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("That is not its name. Nothing was revoked.")));
    assertThat(keys.all().getFirst().revokedAt()).isEmpty();
    http.perform(post("/keys/" + key.id().value() + "/revoke")
            .param("typed", " upload service ")
            .with(TestCallers.person(Role.ADMINISTRATOR))
            .with(csrf()))
        .andExpect(status().isFound());
    assertThat(keys.all().getFirst().revokedAt()).isPresent();
  }

  @Test
  void ledger_asCsv_holdsTheFilteredEntriesAndSaysWhoTookThem() throws Exception {
    PersonId id = invite("ledger@example.org", Role.REVIEWER);
    String reference = "person:" + id.value();
    String csv = http.perform(
            get("/ledger/csv").param("subject", reference).with(TestCallers.person(Role.AUDITOR)))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Disposition", containsString("ledger.csv")))
        .andReturn()
        .getResponse()
        .getContentAsString();
    assertThat(csv.lines()).hasSize(2);
    assertThat(csv).contains("vigie,person invited," + reference + ",roles=REVIEWER");
    http.perform(
            get("/ledger").param("act", "ledger exported").with(TestCallers.person(Role.AUDITOR)))
        .andExpect(content().string(containsString(">Ledger exported</td>")));
  }

  @Test
  void ledger_ofManyEntries_asCsv_isWhole() throws Exception {
    String subject = "made-up:" + UUID.randomUUID();
    jdbc.sql("""
            insert into access.ledger (at, caller, act, subject, detail)
            select now(), 'vigie', 'made up', :subject, 'entry=' || i from generate_series(1, 4321) i
            """).param("subject", subject).update();
    MvcResult answer = http.perform(
            get("/ledger/csv").param("subject", subject).with(TestCallers.person(Role.AUDITOR)))
        .andExpect(request().asyncNotStarted())
        .andReturn();
    byte[] csv = answer.getResponse().getContentAsByteArray();
    List<String> lines = new String(csv, StandardCharsets.UTF_8).lines().skip(1).toList();

    assertThat(answer.getResponse().getHeader("Content-Length"))
        .isEqualTo(Integer.toString(csv.length));
    assertThat(lines).hasSize(4321).doesNotHaveDuplicates();
    assertThat(lines.getFirst()).endsWith(",entry=4321,");
    assertThat(lines.getLast()).endsWith(",entry=1,");
  }
}
