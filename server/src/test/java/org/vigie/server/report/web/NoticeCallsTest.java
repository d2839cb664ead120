package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Notices;
import org.vigie.server.report.answering.ReceiptCode;
import org.vigie.server.report.answering.Receipts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The calls by which a messenger passes its users' notices on.
@ServerTest
final class NoticeCallsTest {
  private static final String SCAM = """
      {"ground": "rules", "category": "scams-and-fraud", "surface": "public",
       "reported": [{"room": "%s", "message": "17"}], "reporter": "user-1"}""";
  private static final String ILLEGAL = """
      {"ground": "illegal", "category": "phishing", "surface": "public", "good_faith": true,
       "explanation": "It asks for the PIN of my bank.", "language": "fr",
       "reported": [{"address": "https://chat.example.org/c/17"}]}""";

  private final MockMvc http;
  private final Notices notices;
  private final Receipts receipts;
  private final JdbcClient jdbc;
  private final JsonMapper json;

  @Autowired
  NoticeCallsTest(
      MockMvc http, Notices notices, Receipts receipts, JdbcClient jdbc, JsonMapper json) {
    this.http = http;
    this.notices = notices;
    this.receipts = receipts;
    this.jdbc = jdbc;
    this.json = json;
  }

  private ResultActions send(String body, String... headers) throws Exception {
    var request = post("/api/v1/notices")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .with(TestCallers.key(Scope.NOTICES));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return http.perform(request);
  }

  private JsonNode sent(String body, String... headers) throws Exception {
    return json.readTree(send(body, headers)
        .andExpect(status().isCreated())
        .andReturn()
        .getResponse()
        .getContentAsString());
  }

  private static NoticeId id(JsonNode receipt) {
    return new NoticeId(UUID.fromString(receipt.get("notice_id").asString()));
  }

  @Test
  void notice_sent_isStoredAndFoundByItsReceiptOnly() throws Exception {
    JsonNode receipt = sent(ILLEGAL);
    String code = receipt.get("code").asString();
    Notice notice = receipts.find(new ReceiptCode(code)).orElseThrow();

    assertThat(code).matches("[A-Z2-7]{5}(-[A-Z2-7]{5}){3}");
    assertThat(notice.id()).isEqualTo(id(receipt));
    assertThat(notice.claim().explanation()).isEqualTo("It asks for the PIN of my bank.");
    assertThat(notice.claim().language().code()).isEqualTo("fr");
    assertThat(jdbc.sql("select count(*) from report.notice n where n::text like :code")
            .param("code", "%" + code + "%")
            .query(Long.class)
            .single())
        .isZero();
    assertThat(jdbc.sql("select count(*) from events.event_publication"
                + " where serialized_event like :notice")
            .param("notice", "%" + notice.id().value() + "%")
            .query(Long.class)
            .single())
        .as("publications wait for listeners; without any there is none")
        .isNotNegative();
  }

  @ParameterizedTest
  @ValueSource(strings = {"@invented:matrix.example.org", "user@12", "0193a1f0", "name.surname"})
  void reporter_thatIsNoEmailAddress_isTaken(String name) throws Exception {
    send(SCAM.formatted("room-name").replace("user-1", name)).andExpect(status().isCreated());
  }

  @Test
  void notice_withALinkOfMembersOnly_isNeverPublic() throws Exception {
    String notice = """
        {"ground": "rules", "category": "phishing", "surface": "%s",
         "reported": [{"room": "r-1"}, {"address": "https://t.me/c/12345/6"}]}""";
    send(notice.formatted("public"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("reported[1].address"))
        .andExpect(jsonPath("$.detail")
            .value("Only members can open this link, so its surface is not public: it is"
                + " private."));
    send(notice.formatted("private")).andExpect(status().isCreated());
  }

  @Test
  void notice_ofNoCategory_isRefusedWithTheirPlace() throws Exception {
    for (String category : java.util.List.of("no-such-thing", "No such thing")) {
      send(SCAM.formatted("room-none").replace("scams-and-fraud", category))
          .andExpect(status().isBadRequest())
          .andExpect(jsonPath("$.detail")
              .value(org.hamcrest.Matchers.endsWith("; see GET /api/v1/policy.")));
    }
  }

  @Test
  void notice_decided_isAnsweredToItsKey() throws Exception {
    NoticeId id = id(sent(SCAM.formatted("room-decided")));
    http.perform(get("/api/v1/notices/" + id.value()).with(TestCallers.key(Scope.NOTICES)))
        .andExpect(jsonPath("$.state").value("open"));
    notices.decided(id, new Notice.Outcome(true, false, "We removed the message.", false));
    notices.decided(id, new Notice.Outcome(false, false, "We put it back.", true));

    http.perform(get("/api/v1/notices/" + id.value()).with(TestCallers.key(Scope.NOTICES)))
        .andExpect(jsonPath("$.state").value("decided"))
        .andExpect(jsonPath("$.outcome.founded").value(false))
        .andExpect(jsonPath("$.outcome.automated").value(false))
        .andExpect(jsonPath("$.outcome.manifestly_unfounded").value(true))
        .andExpect(jsonPath("$.outcome.sentence").value("We put it back."));
  }

  @Test
  void notice_unknown_isNotFound() throws Exception {
    http.perform(get("/api/v1/notices/" + UUID.randomUUID()).with(TestCallers.key(Scope.NOTICES)))
        .andExpect(status().isNotFound());
    http.perform(get("/api/v1/notices/17").with(TestCallers.key(Scope.NOTICES)))
        .andExpect(status().isNotFound());
  }

  @Test
  void notice_sentAgainUnderItsKey_isAnsweredWithTheSameReceipt() throws Exception {
    JsonNode first = sent(SCAM.formatted("room-key"), "Idempotency-Key", "k-1");
    JsonNode second = sent(SCAM.formatted("room-key"), "Idempotency-Key", "k-1");

    assertThat(second).isEqualTo(first);
    send(SCAM.formatted("room-other"), "Idempotency-Key", "k-1")
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.type").value("/problems/idempotency-key-reused"));
  }

  @Test
  void notice_ofTheSamePlaceAndCategory_countsAndIsLinkedWhileTheFirstIsOpen() throws Exception {
    JsonNode first = sent(SCAM.formatted("room-same"));
    JsonNode second = sent(SCAM.formatted("room-same"));
    JsonNode third = sent(SCAM.formatted("room-same"));
    JsonNode elsewhere = sent(SCAM.formatted("room-not-same"));

    assertThat(first.has("duplicate_of")).isFalse();
    assertThat(second.get("duplicate_of")).isEqualTo(first.get("notice_id"));
    assertThat(third.get("duplicate_of")).isEqualTo(first.get("notice_id"));
    assertThat(elsewhere.has("duplicate_of")).isFalse();
    assertThat(second.get("code")).isNotEqualTo(first.get("code"));

    notices.decided(id(first), new Notice.Outcome(true, false, "Removed.", false));
    assertThat(sent(SCAM.formatted("room-same")).has("duplicate_of")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"rules\" | \"unknown\" | ground",
        "\"scams-and-fraud\" | \"no-such-thing\" | category",
        "\"public\" | \"open\" | surface",
        "\"user-1\" | \"\" | reporter",
        "\"user-1\" | \"a\\u0000b\" | reporter",
        "\"user-1\" | \"invented@example.org\" | reporter",
        "\"user-1\" | \"mailto:invented.person+x@mail.example.org\" | reporter",
        "\"user-1\" | \"Invented <invented@example.org>\" | reporter",
        "\"user-1\" | \"invented%40example.org\" | reporter",
        "\"user-1\" | \"invented\uff20example\uff0eorg\" | reporter",
        "{\"room\": \"%s\", \"message\": \"17\"} | {} | reported[0]",
        "{\"room\": \"%s\", \"message\": \"17\"} | {\"address\": \"javascript:alert(1)\"}"
            + " | reported[0].address",
        "{\"room\": \"%s\", \"message\": \"17\"} | {\"address\": \"https://192.168.1.1/x\"}"
            + " | reported[0].address",
        "\"rules\" | \"illegal\" | explanation",
        "\"reporter\" | \"reporters\" | reporters",
      })
  void notice_withADefect_isRefusedNamingTheField(String sound, String broken, String field)
      throws Exception {
    send(SCAM.replace(sound, broken).replace("%s", "room"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.type").value("/problems/invalid-field"))
        .andExpect(jsonPath("$.field").value(field));
  }

  @Test
  void notice_ofAnIllegalThingWithoutGoodFaith_isRefused() throws Exception {
    send(ILLEGAL.replace("true", "false"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("good_faith"));
  }

  @Test
  void notice_withAnExplanationThatIsTooLong_isRefused() throws Exception {
    send(ILLEGAL.replace("PIN", "P".repeat(10_000)))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("explanation"));
  }

  @Test
  void notice_stored_namesWhereItIs() throws Exception {
    send(SCAM.formatted("room-location"))
        .andExpect(header().string("Location", matchesPattern("/api/v1/notices/[0-9a-f-]{36}")))
        .andExpect(header().string("Cache-Control", "no-store"));
  }
}
