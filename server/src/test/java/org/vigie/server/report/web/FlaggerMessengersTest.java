package org.vigie.server.report.web;

import static org.hamcrest.Matchers.allOf;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.People;
import org.vigie.server.report.flagging.FlaggerRegister;

/// How flaggers name one of two messengers: in a notice, in a column of a table, or for all that
/// is sent at once.
@TestPropertySource(properties = "vigie.messengers.names=chat,forum")
final class FlaggerMessengersTest extends FlaggerScene {
  private static final String TABLE = """
      category,explanation,address,messenger
      phishing,One,https://chat.example.org/c/41,forum
      phishing,Two,https://chat.example.org/c/42,
      """;

  @Autowired
  FlaggerMessengersTest(MockMvc http, FlaggerRegister flaggers, People people, ApiKeys keys) {
    super(http, flaggers, people, keys);
  }

  private static String xarf(UUID id) {
    return """
      {"xarf_version": "4.1.0", "report_id": "%s", "timestamp": "2026-11-01T10:00:00Z",
       "reporter": {"org": "Made Up", "contact": "a@example.org", "domain": "example.org"},
       "sender": {"org": "Made Up", "contact": "a@example.org", "domain": "example.org"},
       "source_identifier": "chat.example.org", "category": "content", "type": "phishing",
       "url": "https://chat.example.org/x/1"}""".formatted(id);
  }

  private ResultActions send(String query, MediaType type, String body) throws Exception {
    return http.perform(post("/api/v1/flagger/notices?good_faith=true" + query)
        .contentType(type)
        .content(body)
        .with(key));
  }

  private void lastIsOf(String messenger) throws Exception {
    http.perform(get("/api/v1/flagger/notices").with(key))
        .andExpect(jsonPath("$.notices[0].messenger").value(messenger));
  }

  @Test
  void notice_namesItsMessengerItself() throws Exception {
    String notice = NOTICE.formatted("phishing", "40");
    send("", MediaType.APPLICATION_JSON, notice)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.results[0].field").value("messenger"))
        .andExpect(jsonPath("$.results[0].detail")
            .value("This field is missing; it is one of: chat, forum."));
    send(
            "&messenger=chat",
            MediaType.APPLICATION_JSON,
            notice.replaceFirst("\\{", "{\"messenger\": \"forum\","))
        .andExpect(status().isOk());
    lastIsOf("forum");
  }

  @Test
  void table_namesMessengersByLineOrForAll() throws Exception {
    MediaType csv = MediaType.valueOf("text/csv");
    send("", csv, TABLE)
        .andExpect(status().isMultiStatus())
        .andExpect(jsonPath("$.results[0].notice_id").exists())
        .andExpect(jsonPath("$.results[1].field").value("messenger"));
    send("&messenger=chat", csv, TABLE).andExpect(status().isOk());
    lastIsOf("chat");
  }

  @Test
  void xarf_isOfTheMessengerOfTheCall() throws Exception {
    String report = xarf(UUID.randomUUID());
    send("", MediaType.APPLICATION_JSON, report).andExpect(status().isUnprocessableContent());
    send("&messenger=forum", MediaType.APPLICATION_JSON, report)
        .andExpect(status().isOk());
    lastIsOf("forum");
  }

  @Test
  void portal_asksWhichForOneNoticeAndForATable() throws Exception {
    http.perform(get("/flagger").header("Accept-Language", "en").with(person))
        .andExpect(content()
            .string(allOf(
                containsString("<select id=\"messenger\" name=\"messenger\""),
                containsString("<select id=\"table_messenger\" name=\"table_messenger\""))));
    http.perform(multipart("/flagger/notices")
            .param("category", "phishing")
            .param("surface", "public")
            .param("link", "https://chat.example.org/c/43")
            .param("explanation", "A made-up reason.")
            .param("good_faith", "true")
            .header("Accept-Language", "en")
            .with(person)
            .with(csrf().asHeader()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content()
            .string(containsString("this is not one of our messengers, or it is missing")));
    byte[] bytes = TABLE.getBytes(StandardCharsets.UTF_8);
    http.perform(multipart("/flagger/table")
            .file(new MockMultipartFile("table", "t.csv", "text/csv", bytes))
            .param("good_faith", "true")
            .param("table_messenger", "chat")
            .header("Accept-Language", "en")
            .with(person)
            .with(csrf().asHeader()))
        .andExpect(status().isOk());
    lastIsOf("chat");
  }
}
