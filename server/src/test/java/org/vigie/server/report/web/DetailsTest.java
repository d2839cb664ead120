package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.report.Detail;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Notices;
import tools.jackson.databind.json.JsonMapper;

/// Every optional question of the form is asked, taken from programs, stored and documented, as
/// `docs/extending.md` lists for a new one.
@ServerTest
final class DetailsTest {

  private final MockMvc http;
  private final Notices notices;
  private final JsonMapper json;

  @Autowired
  DetailsTest(MockMvc http, Notices notices, JsonMapper json) {
    this.http = http;
    this.notices = notices;
    this.json = json;
  }

  private static String notice(String word, String text) {
    return """
      {"ground": "rules", "category": "scams-and-fraud", "surface": "public",
       "reported": [{"room": "details", "message": "17"}], "details": {"%s": "%s"}}""".formatted(word, text);
  }

  private ResultActions send(String word, String text) throws Exception {
    return http.perform(post("/api/v1/notices")
        .contentType(MediaType.APPLICATION_JSON)
        .content(notice(word, text))
        .with(TestCallers.key(Scope.NOTICES)));
  }

  @ParameterizedTest
  @EnumSource
  void detail_onTheForm_isAskedForInWords(Detail detail) throws Exception {
    String page = http.perform(post("/report/send")
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .content("reason=scam&category=phishing&ground=rules&surface=public&room=details"))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();

    assertThat(page).contains("name=\"" + detail.word() + "\"").doesNotContain(detail.textKey());
  }

  @ParameterizedTest
  @EnumSource
  void detail_ofAProgram_isStored(Detail detail) throws Exception {
    String receipt = send(detail.word(), "an answer")
        .andExpect(status().isCreated())
        .andReturn()
        .getResponse()
        .getContentAsString();
    NoticeId id =
        new NoticeId(UUID.fromString(json.readTree(receipt).get("notice_id").asString()));

    assertThat(notices.find(id).orElseThrow().claim().details())
        .isEqualTo(Map.of(detail, "an answer"));
  }

  @ParameterizedTest
  @EnumSource
  void detail_tooLong_isRefusedByItsName(Detail detail) throws Exception {
    send(detail.word(), "x".repeat(Detail.LONGEST)).andExpect(status().isCreated());
    send(detail.word(), "x".repeat(Detail.LONGEST + 1))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("details." + detail.word()));
  }

  @Test
  void detail_thatIsNone_isRefused() throws Exception {
    send("weather", "rain").andExpect(jsonPath("$.field").value("details.weather"));
  }

  @ParameterizedTest
  @EnumSource
  void detail_inTheDocuments_isNamed(Detail detail) throws Exception {
    assertThat(Files.readString(Path.of("../docs/api/notices.md")))
        .containsPattern("\\| `details` \\|.*`" + detail.word() + "`");
    assertThat(Files.readString(Path.of("src/main/resources/api/document.yaml")))
        .containsPattern("details: .*\\b" + detail.word() + ", ");
  }
}
