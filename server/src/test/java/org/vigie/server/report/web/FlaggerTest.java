package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.People;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Notices;
import org.vigie.server.report.flagging.FlaggerRegister;

/// The calls by keys of verified organisations.
final class FlaggerTest extends FlaggerScene {
  private static final String XARF = """
      {"xarf_version": "4.1.0", "report_id": "%s", "timestamp": "2026-11-01T10:00:00Z",
       "reporter": {"org": "Made Up", "contact": "a@example.org", "domain": "example.org"},
       "sender": {"org": "Made Up", "contact": "a@example.org", "domain": "example.org"},
       "source_identifier": "chat.example.org", "category": "content", "type": "%s",
       "url": "https://chat.example.org/x/1", "classification": "baseline",
       "detection_method": "user_report"}""";

  private final Notices notices;

  @Autowired
  FlaggerTest(
      MockMvc http, FlaggerRegister flaggers, People people, ApiKeys keys, Notices notices) {
    super(http, flaggers, people, keys);
    this.notices = notices;
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
  void table_unconfirmed_isRefusedOnceForAllLines() throws Exception {
    String table = """
        category,explanation,address
        phishing,x,https://chat.example.org/c/31
        phishing,y,https://chat.example.org/c/32
        """;
    http.perform(post("/api/v1/flagger/notices")
            .contentType("text/csv")
            .content(table)
            .with(key))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("good_faith"))
        .andExpect(jsonPath("$.detail").value(containsString("?good_faith=true")))
        .andExpect(jsonPath("$.results").doesNotExist());
    byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
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
}
