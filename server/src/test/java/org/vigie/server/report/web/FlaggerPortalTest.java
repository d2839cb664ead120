package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.People;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Notices;
import org.vigie.server.report.flagging.FlaggerRegister;

/// The pages of people of verified organisations.
final class FlaggerPortalTest extends FlaggerScene {
  private final JdbcClient jdbc;
  private final Notices notices;

  @Autowired
  FlaggerPortalTest(
      MockMvc http,
      FlaggerRegister flaggers,
      People people,
      ApiKeys keys,
      JdbcClient jdbc,
      Notices notices) {
    super(http, flaggers, people, keys);
    this.jdbc = jdbc;
    this.notices = notices;
  }

  @Test
  void portal_ofAFlagger_sendsAndShowsItsOwnOnly() throws Exception {
    http.perform(post("/flagger/notices")
            .with(person)
            .with(csrf())
            .param("category", "phishing")
            .param("surface", "public")
            .param("link", "https://chat.example.org/portal")
            .param("explanation", "A made-up reason.")
            .param("good_faith", "true"))
        .andExpect(status().isFound());
    http.perform(post("/flagger/notices")
            .with(person)
            .with(csrf())
            .param("category", "phishing")
            .param("surface", "public")
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
    flaggers.propose(first, proposal(other, LocalDate.of(2020, 1, 1), Optional.empty()));
    flaggers.verify(second, other);
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
    flaggers.propose(first, proposal(other, LocalDate.of(2020, 1, 1), Optional.empty()));
    flaggers.verify(second, other);
    RequestPostProcessor hers = person(other);
    http.perform(post("/flagger/notices")
            .with(hers)
            .with(csrf())
            .param("category", "phishing")
            .param("surface", "public")
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
