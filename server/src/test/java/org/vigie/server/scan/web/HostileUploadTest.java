package org.vigie.server.scan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.ServerTest;
import org.vigie.server.scan.ScanWorld;

/// Requests for scans that are wrong in one way each: none is scanned, none is stored.
@ServerTest
@Import(ScanWorld.class)
@TestPropertySource(properties = "vigie.scan.work.max-media=64KB")
final class HostileUploadTest {
  private static final String PUBLIC = "{\"surface\":\"public\"}";
  private static final byte[] PICTURE = Multipart.text("as good as a picture here");

  private final Api api;
  private final JdbcClient jdbc;

  @Autowired
  HostileUploadTest(MockMvc http, JdbcClient jdbc) {
    this.api = new Api(http);
    this.jdbc = jdbc;
  }

  private void assertRefused(byte[] body, int status, String field) {
    long before = count();
    Api.Answer answer = api.scan(body);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.field()).isEqualTo(field);
    assertThat(count()).isEqualTo(before);
  }

  private long count() {
    return jdbc.sql("select count(*) from scan.scan").query(Long.class).single();
  }

  @ParameterizedTest
  @ValueSource(strings = {"private", "encrypted"})
  void scan_surfaceThatIsSwitchedOff_isRefused(String surface) {
    assertRefused(
        Multipart.of("{\"surface\":\"" + surface + "\"}", PICTURE).end(),
        403,
        "submission.surface");
  }

  @Test
  void scan_surfaceThatIsSwitchedOff_isRefusedBeforeTheMediaIsRead() {
    byte[] body = Multipart.of("{\"surface\":\"private\"}", PICTURE).unended();

    assertRefused(body, 403, "submission.surface");
  }

  @Test
  void scan_everyPrefixOfARequest_isRefused() {
    long before = count();
    byte[] whole = Multipart.of(PUBLIC, PICTURE).end();
    int end = whole.length - "--\r\n".length();
    for (int length = 0; length < end; length++) {
      Api.Answer answer = api.scan(Arrays.copyOf(whole, length));
      assertThat(answer.status()).as("%d of %d bytes", length, whole.length).isEqualTo(400);
    }
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void scan_twoMedia_isRefused() {
    assertRefused(Multipart.of(PUBLIC, PICTURE).media(PICTURE).end(), 400, "media");
  }

  @Test
  void scan_twoSubmissions_isRefused() {
    assertRefused(Multipart.of(PUBLIC, PICTURE).json(PUBLIC).end(), 400, "submission");
  }

  @Test
  void scan_withoutMedia_isRefused() {
    assertRefused(new Multipart().json(PUBLIC).end(), 400, "media");
  }

  @Test
  void scan_withoutSubmission_isRefused() {
    assertRefused(new Multipart().media(PICTURE).end(), 400, "submission");
  }

  @Test
  void scan_anotherPart_isRefused() {
    byte[] body = Multipart.of(PUBLIC, PICTURE)
        .part("name=\"extra\"", "text/plain", PICTURE)
        .end();

    assertRefused(body, 400, "");
  }

  @Test
  void scan_submissionOfAnotherType_isRefused() {
    byte[] body = new Multipart()
        .part("name=\"submission\"", "application/xml", Multipart.text(PUBLIC))
        .media(PICTURE)
        .end();

    assertRefused(body, 400, "submission");
  }

  @Test
  void scan_mediaBeyondTheBound_isTooLarge() {
    assertRefused(Multipart.of(PUBLIC, new byte[64 * 1024 + 1]).end(), 413, "media");
  }

  @Test
  void scan_mediaAtTheBound_isRead() {
    assertThat(api.scan(PUBLIC, new byte[64 * 1024]).status()).isEqualTo(200);
  }

  @Test
  void scan_hugeHeadersOfAPart_areRefused() {
    byte[] body = new Multipart()
        .json(PUBLIC)
        .part("name=\"media\"; filename=\"" + "a".repeat(100_000) + "\"", "image/png", PICTURE)
        .end();

    assertRefused(body, 400, "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{}|submission.surface",
        "{\"room\":\"r\"}|submission.surface",
        "{\"surface\":null}|submission.surface",
        "{\"surface\":\"Public\"}|submission.surface",
        "{\"surface\":\"public \"}|submission.surface",
        "{\"surface\":[\"public\"]}|submission.surface",
        "{\"surface\":\"public\",\"surface\":\"public\"}|submission.surface",
        "{\"surface\":\"public\",\"user\":\"u\"}|submission.user",
        "{\"surface\":\"public\",\"\":\"u\"}|submission.",
        "{\"surface\":\"public\",\"room\":\"\"}|submission.room",
        "{\"surface\":\"public\",\"room\":7}|submission.room",
        "{\"surface\":\"public\",\"room\":{\"a\":{\"b\":1}}}|submission.room",
        "{\"surface\":\"public\",\"room\":\"a\\u0000b\"}|submission.room",
        "{\"surface\":\"public\",\"account\":\"a\\nb\"}|submission.account",
        "{\"surface\":\"public\",\"message\":\"\\ud800\"}|submission.message",
        "[]|submission",
        "{\"surface\":\"public\"} {}|submission",
        "{\"surface\":\"public\"|submission.surface",
        "|submission",
      })
  void scan_oneMistakeInTheSubmission_isRefusedWithItsField(String json, String field) {
    byte[] body = Multipart.of(json == null ? "" : json, PICTURE).end();

    assertRefused(body, 400, field);
  }

  @Test
  void scan_longestReferences_areTakenAndLongerOnesRefused() {
    String submission = "{\"surface\":\"public\",\"room\":\"%s\"}";

    assertThat(api.scan(submission.formatted("é".repeat(255)), PICTURE).status())
        .isEqualTo(200);
    assertRefused(
        Multipart.of(submission.formatted("é".repeat(256)), PICTURE).end(), 400, "submission.room");
  }

  @Test
  void scan_hugeSubmission_isRefused() {
    String submission = PUBLIC + " ".repeat(20_000);

    assertRefused(Multipart.of(submission, PICTURE).end(), 400, "submission");
  }

  @Test
  void scan_bodyOfAnotherType_isRefused() {
    Api.Answer answer =
        api.call(post("/api/v1/scans").contentType("application/json").content(PUBLIC));

    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void scan_withoutABoundary_isRefused() {
    Api.Answer answer = api.call(post("/api/v1/scans")
        .contentType("multipart/form-data")
        .content(Multipart.of(PUBLIC, PICTURE).end()));

    assertThat(answer.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "é", "a b"})
  void scan_idempotencyKeyOfAnotherForm_isRefused(String key) {
    assertThat(api.scan(key, PUBLIC, PICTURE).status()).isEqualTo(400);
  }

  @Test
  void scan_idempotencyKeyThatIsTooLong_isRefused() {
    assertThat(api.scan("k".repeat(255), PUBLIC, PICTURE).status()).isEqualTo(200);
    assertThat(api.scan("k".repeat(256), PUBLIC, PICTURE).status()).isEqualTo(400);
  }
}
