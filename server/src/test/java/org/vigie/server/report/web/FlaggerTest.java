package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.vigie.server.ServerTest;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.CallerAuthentication;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.Flaggers;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Notices;

/// Organisations that are verified by two people, what they send and what they see.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FlaggerTest {
  private static final Caller VIGIE = new Caller.Vigie();
  private static final CategoryKey PHISHING = new CategoryKey("phishing");
  private static final Caller.Person FIRST = new Caller.Person(new PersonId(UUID.randomUUID()));
  private static final Caller.Person SECOND = new Caller.Person(new PersonId(UUID.randomUUID()));
  private static final String NOTICE = """
      {"ground": "illegal", "category": "%s", "explanation": "A made-up reason.",
       "surface": "public", "good_faith": true,
       "reported": [{"address": "https://chat.example.org/c/%s"}]}""";
  private static final String XARF = """
      {"xarf_version": "4.1.0", "report_id": "%s", "timestamp": "2026-11-01T10:00:00Z",
       "reporter": {"org": "Made Up", "contact": "a@example.org", "domain": "example.org"},
       "sender": {"org": "Made Up", "contact": "a@example.org", "domain": "example.org"},
       "source_identifier": "chat.example.org", "category": "content", "type": "%s",
       "url": "https://chat.example.org/x/1", "classification": "baseline",
       "detection_method": "user_report"}""";

  private final MockMvc http;
  private final Flaggers flaggers;
  private final People people;
  private final ApiKeys keys;
  private final JdbcClient jdbc;

  @Autowired
  private Notices notices;

  private OrganisationId hotline = new OrganisationId(new UUID(0, 0));
  private RequestPostProcessor key = request -> request;
  private RequestPostProcessor person = request -> request;

  @Autowired
  FlaggerTest(MockMvc http, Flaggers flaggers, People people, ApiKeys keys, JdbcClient jdbc) {
    this.http = http;
    this.flaggers = flaggers;
    this.people = people;
    this.keys = keys;
    this.jdbc = jdbc;
  }

  @BeforeAll
  void makeHotline() {
    hotline = organisation("Made-up Hotline");
    flaggers.propose(FIRST, proposal(hotline, LocalDate.of(2020, 1, 1), Optional.empty()));
    flaggers.verify(SECOND, hotline);
    key = key(hotline);
    person = person(hotline);
  }

  private OrganisationId organisation(String name) {
    OrganisationId id = new OrganisationId(UUID.randomUUID());
    people.add(VIGIE, new Organisation(id, name, Organisation.Kind.HOTLINE, "FR"));
    return id;
  }

  private static Flagger proposal(
      OrganisationId organisation, LocalDate from, Optional<LocalDate> until) {
    return new Flagger(
        organisation,
        Flagger.Status.TRUSTED_FLAGGER,
        "A coordinator",
        Set.of(PHISHING),
        from,
        until,
        new Flagger.Check.Proposed("", java.time.Instant.EPOCH));
  }

  private RequestPostProcessor key(OrganisationId organisation) {
    KeyId id =
        keys.add(VIGIE, new KeyName("hotline"), Set.of(Scope.FLAG), 10).key().id();
    assertThat(flaggers.bind(FIRST, organisation, id.value())).isEqualTo(Flaggers.Change.DONE);
    return authentication(new CallerAuthentication(
        new Caller.Key(id), "key:" + id.value(), Scope.FLAG.permissions()));
  }

  private RequestPostProcessor person(OrganisationId organisation) {
    PersonId id = people
        .invite(
            VIGIE,
            new PersonName("Invented Person"),
            new EmailAddress(UUID.randomUUID() + "@example.org"),
            Set.of(Role.FLAGGER))
        .orElseThrow();
    people.setOrganisation(VIGIE, id, Optional.of(organisation));
    return authentication(new CallerAuthentication(
        new Caller.Person(id), "Invented Person", Role.FLAGGER.permissions()));
  }

  private ResultActions sendJson(String body) throws Exception {
    return http.perform(post("/api/v1/flagger/notices")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .with(key));
  }

  @Test
  void key_ofNoOrganisation_maySendNothing() throws Exception {
    http.perform(post("/api/v1/flagger/notices")
            .contentType(MediaType.APPLICATION_JSON)
            .content("[" + NOTICE.formatted("phishing", "1") + "]")
            .with(TestCallers.key(Scope.FLAG)))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.detail").value(containsString("binds it on the page /flaggers")))
        .andExpect(jsonPath("$.type").value("/problems/not-a-flagger"));
  }

  @Test
  void batch_withADefectInOne_takesTheOthersAndNamesIt() throws Exception {
    String batch = "[%s, %s, %s]"
        .formatted(
            NOTICE.formatted("phishing", "2"),
            NOTICE.formatted("no-such-thing", "3"),
            NOTICE.formatted("hate-speech", "4"));
    sendJson(batch)
        .andExpect(status().isMultiStatus())
        .andExpect(jsonPath("$.results.length()").value(3))
        .andExpect(jsonPath("$.results[0].within_scope").value(true))
        .andExpect(jsonPath("$.results[1].field").value("category"))
        .andExpect(jsonPath("$.results[1].notice_id").doesNotExist())
        .andExpect(jsonPath("$.results[1].mistake").doesNotExist())
        .andExpect(jsonPath("$.results[2].within_scope").value(false));
    http.perform(get("/api/v1/flagger/notices").with(key))
        .andExpect(jsonPath("$.notices[0].state").value("open"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[] | 400", "{} | 422", "\"text\" | 400"})
  void batch_thatIsNone_isRefused(String body, int answer) throws Exception {
    sendJson(body).andExpect(status().is(answer));
  }

  @Test
  void batch_ofMoreThanAHundred_isRefused() throws Exception {
    String one = NOTICE.formatted("phishing", "many");
    sendJson("[" + (one + ",").repeat(100) + one + "]").andExpect(status().isBadRequest());
  }

  @Test
  void table_ofTwoLines_isTwoNotices() throws Exception {
    http.perform(post("/api/v1/flagger/notices?good_faith=true")
            .contentType("text/csv")
            .content("""
                category,explanation,address
                phishing,"A reason, made up",https://chat.example.org/c/21
                phishing,Another,not-a-link
                """)
            .with(key))
        .andExpect(status().isMultiStatus())
        .andExpect(jsonPath("$.results[0].notice_id").exists())
        .andExpect(jsonPath("$.results[1].field").value("reported[0].address"));
    http.perform(post("/api/v1/flagger/notices?good_faith=true")
            .contentType("text/csv")
            .content("category,reason\nphishing,x\n")
            .with(key))
        .andExpect(status().isBadRequest());
  }

  @Test
  void table_thatNobodyConfirms_isRefusedOnceForAllLines() throws Exception {
    String table = "category,explanation,address\n"
        + "phishing,x,https://chat.example.org/c/31\nphishing,y,https://chat.example.org/c/32\n";
    http.perform(post("/api/v1/flagger/notices")
            .contentType("text/csv")
            .content(table)
            .with(key))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("good_faith"))
        .andExpect(jsonPath("$.detail").value(containsString("?good_faith=true")))
        .andExpect(jsonPath("$.results").doesNotExist());
    byte[] bytes = table.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    http.perform(multipart("/flagger/table")
            .file(new MockMultipartFile("table", "t.csv", "text/csv", bytes))
            .with(person)
            .with(csrf().asHeader()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Each line of the table is a legal notice")));
  }

  @Test
  void xarf_otherReportUnderTheSameId_isRefusedNamingTheId() throws Exception {
    String report = XARF.formatted(UUID.randomUUID(), "csam");
    sendJson(report).andExpect(status().isOk());
    sendJson(report.replace("\"csam\"", "\"phishing\""))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.results[0].problem").value("/problems/idempotency-key-reused"))
        .andExpect(jsonPath("$.results[0].field").value("report_id"));
  }

  @Test
  void xarf_sentTwice_isOneNoticeOfTheRightCategory() throws Exception {
    String report = XARF.formatted(UUID.randomUUID(), "csam");
    String first = sendJson(report).andReturn().getResponse().getContentAsString();
    String second = sendJson(report).andReturn().getResponse().getContentAsString();

    assertThat(first).contains("notice_id").isEqualTo(second);
    String id = first.replaceAll("(?s).*\"notice_id\":\"([^\"]+)\".*", "$1");
    Notice notice = notices.find(new NoticeId(UUID.fromString(id))).orElseThrow();
    assertThat(notice.claim().category()).isEqualTo(new CategoryKey("child-sexual-abuse-material"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4.1.0 | 3.0.0 | xarf_version",
        "\"content\" | \"messaging\" | category",
        "csam | malware | type",
        "\"url\" | \"uri\" | url",
      })
  void xarf_withADefect_isRefusedNamingTheField(String sound, String broken, String field)
      throws Exception {
    sendJson(XARF.formatted(UUID.randomUUID(), "csam").replace(sound, broken))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.results[0].field").value(field));
  }

  @Test
  void portal_ofAFlagger_sendsAndShowsItsOwnOnly() throws Exception {
    http.perform(post("/flagger/notices")
            .with(person)
            .with(csrf())
            .param("category", "phishing")
            .param("link", "https://chat.example.org/portal")
            .param("explanation", "A made-up reason.")
            .param("good_faith", "true"))
        .andExpect(status().isFound());
    http.perform(post("/flagger/notices")
            .with(person)
            .with(csrf())
            .param("category", "phishing")
            .param("explanation", "A made-up reason."))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("A made-up reason.")));
    http.perform(get("/flagger").with(person))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Trusted flagger")))
        .andExpect(content()
            .string(stringContainsInOrder(
                "Made-up Hotline",
                "A coordinator",
                "href=\"/api/docs\"",
                "Within your scope",
                "value=\"phishing\"",
                "Beyond your scope",
                "Send a table",
                "https://chat.example.org/portal")));
    http.perform(get("/flagger").with(TestCallers.person(Role.FLAGGER)))
        .andExpect(status().isForbidden());
  }

  @Test
  void notice_withAReference_isFoundByItOnItsOwnPageAndInTheApi() throws Exception {
    String own = NOTICE
        .formatted("phishing", "own")
        .replace("{\"ground\"", "{\"reference\": \"HL-2026-7\", \"ground\"");
    sendJson("[" + own + "]").andExpect(jsonPath("$.results[0].notice_id").exists());
    String answer = http.perform(get("/api/v1/flagger/notices").with(key))
        .andExpect(jsonPath("$.notices[0].reference").value("HL-2026-7"))
        .andExpect(
            jsonPath("$.notices[0].reported[0].address").value("https://chat.example.org/c/own"))
        .andReturn()
        .getResponse()
        .getContentAsString();
    String id = answer.replaceAll("(?s)^.*?\"notice_id\":\"([^\"]+)\".*", "$1");
    notices.decided(
        new NoticeId(UUID.fromString(id)),
        new Notice.Outcome(true, false, "We removed it.", false));

    http.perform(get("/flagger").with(person))
        .andExpect(content()
            .string(stringContainsInOrder(
                "/flagger/notices/" + id, "https://chat.example.org/c/own", "HL-2026-7")));
    http.perform(get("/flagger/notices/" + id).with(person))
        .andExpect(content()
            .string(stringContainsInOrder(
                "a measure was taken", "We removed it.", "Received", "Decided", "HL-2026-7")));
    http.perform(get("/api/v1/flagger/notices/" + id).with(key))
        .andExpect(jsonPath("$.state").value("decided"));
    OrganisationId other = organisation("Curious Hotline");
    flaggers.propose(FIRST, proposal(other, LocalDate.of(2020, 1, 1), Optional.empty()));
    flaggers.verify(SECOND, other);
    http.perform(get("/flagger/notices/" + id).with(person(other)))
        .andExpect(status().isNotFound());
    http.perform(get("/api/v1/flagger/notices/" + id).with(key(other)))
        .andExpect(status().isNotFound());
  }

  @Test
  void table_withDefects_isAnsweredInFrenchToo() throws Exception {
    byte[] table = """
        category,explanation,address,surface,reference
        no-such-thing,x,https://chat.example.org/1,public,
        phishing,x,https://t.me/+abcdef,public,
        phishing,x,https://t.me/+abcdef,secret,
        phishing,x,https://t.me/+abcdef,private,HL-private
        """.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    String page = http.perform(multipart("/flagger/table?lang=fr")
            .file(new MockMultipartFile("table", "t.csv", "text/csv", table))
            .param("good_faith", "true")
            .with(person)
            .with(csrf().asHeader()))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString()
        .replace('\u202f', ' ');
    assertThat(page)
        .contains(
            "Ligne 2 : colonne « category » : la politique n’a pas cette catégorie.",
            "Ligne 3 : colonne « address » : seuls les membres peuvent ouvrir ce lien.",
            "Ligne 4 : colonne « surface » : écrivez public, private ou encrypted.",
            "HL-private")
        .doesNotContain("Ligne 5");
    byte[] none = "a,b\n1,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    http.perform(multipart("/flagger/table?lang=fr")
            .file(new MockMultipartFile("table", "t.csv", "text/csv", none))
            .with(person)
            .with(csrf().asHeader()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("La première ligne nomme les colonnes")));
  }

  @Test
  void portal_givenATable_saysWhichLinesAreNone() throws Exception {
    byte[] table = "category,explanation,address\nphishing,x,nowhere\n"
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    http.perform(multipart("/flagger/table")
            .file(new MockMultipartFile("table", "t.csv", "text/csv", table))
            .param("good_faith", "true")
            .with(person)
            .with(csrf().asHeader()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Line 2: column “address”: this is no link.")));
  }

  @Test
  void month_countersigned_keepsItsNumbers() throws Exception {
    OrganisationId other = organisation("Signing Hotline");
    flaggers.propose(FIRST, proposal(other, LocalDate.of(2020, 1, 1), Optional.empty()));
    flaggers.verify(SECOND, other);
    RequestPostProcessor hers = person(other);
    http.perform(post("/flagger/notices")
            .with(hers)
            .with(csrf())
            .param("category", "phishing")
            .param("link", "https://chat.example.org/month")
            .param("explanation", "A made-up reason.")
            .param("good_faith", "true"))
        .andExpect(status().isFound());
    jdbc.sql("update report.notice set received_at = '2026-01-31T23:59:59Z'"
            + " where organisation_id = :id")
        .param("id", other.value())
        .update();

    http.perform(get("/flagger/months").with(hers))
        .andExpect(content().string(containsString("2026-01")))
        .andExpect(content().string(containsString("name=\"month\" value=\"2026-01\"")));
    http.perform(post("/flagger/months").with(hers).with(csrf()).param("month", "2026-01"))
        .andExpect(status().isFound());
    http.perform(get("/flagger/months").with(hers))
        .andExpect(content().string(containsString("name=\"month\" value=\"2026-01\"")));
    http.perform(post("/flagger/months")
            .with(hers)
            .with(csrf())
            .param("month", "2026-01")
            .param("sure", "true"))
        .andExpect(status().isFound());
    jdbc.sql("delete from report.place where notice_id in"
            + " (select notice_id from report.notice where organisation_id = :id)")
        .param("id", other.value())
        .update();
    assertThat(jdbc.sql("select notices, open from report.flagger_month"
                + " where organisation_id = :id and countersigned_by like 'person:%'")
            .param("id", other.value())
            .query((row, _) -> row.getInt("notices") + " " + row.getInt("open"))
            .list())
        .containsExactly("1 1");
    http.perform(get("/flagger/months").with(hers))
        .andExpect(
            content().string(org.hamcrest.Matchers.not(containsString("value=\"2026-01\""))));
  }
}
