package org.vigie.server.hma.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.hma.web.HmaClient.Answer;
import org.vigie.server.hma.web.HmaClient.Part;

/// The calls of `docs/hma.md` that change banks and their content, over HTTP.
final class HmaContentTest extends HmaContract {
  @Autowired
  HmaContentTest(@LocalServerPort int port, KnownContent known) {
    super(port, known);
  }

  @Test
  void signalTypes_canBeSwitchedOff() throws Exception {
    assertThat(http.get("/c/signal_type").body())
        .isEqualTo("[{\"name\":\"pdq\",\"enabled_ratio\":1.0},"
            + "{\"name\":\"video_md5\",\"enabled_ratio\":1.0}]");
    assertThat(http.get("/c/content_type").body())
        .isEqualTo("[{\"name\":\"photo\",\"enabled\":true},{\"name\":\"video\",\"enabled\":true}]");
    assertThat(http.put("/c/signal_type/video_md5", "{\"enabled_ratio\": \"0\"}"))
        .isEqualTo(new Answer(204, ""));
    try {
      assertThat(http.postForm("/m/lookup", Part.file("video", VIDEO)).body()).isEqualTo("{}");
      assertThat(http.get("/c/content_type").body())
          .contains("{\"name\":\"video\",\"enabled\":false}");
      assertRefused(http.get("/m/raw_lookup?signal_type=video_md5&signal=" + MD5_OF_HELLO), 400);
    } finally {
      http.put("/c/signal_type/video_md5", "{\"enabled_ratio\": 1}");
    }
    assertRefused(http.put("/c/signal_type/nonsense", "{\"enabled_ratio\": 1}"), 404);
    assertRefused(http.put("/c/signal_type/pdq", "{\"enabled_ratio\": 1.5}"), 400);
    assertRefused(http.put("/c/signal_type/pdq", "{}"), 400);
  }

  @Test
  void banks_areMadeShownChangedAndClosed() throws Exception {
    String other = bank + "_B";
    assertThat(http.post("/c/banks", "{\"name\": \"" + other + "\", \"enabled_ratio\": \"1\"}"))
        .isEqualTo(new Answer(201, bankJson(other, "1.0")));
    assertThat(http.get("/c/banks").body()).contains(bankJson(bank, "1.0"), bankJson(other, "1.0"));
    assertThat(http.get("/c/bank/" + other).body()).isEqualTo(bankJson(other, "1.0"));
    assertThat(http.put("/c/bank/" + other, "{\"enabled_ratio\": 0.25}").body())
        .isEqualTo(bankJson(other, "0.25"));
    assertRefused(http.put("/c/bank/" + other, "{\"name\": \"" + bank + "\"}"), 403);
    assertThat(http.put("/c/bank/" + other, "{\"name\": \"" + other + "2\"}").body())
        .isEqualTo(bankJson(other + "2", "0.25"));
    assertThat(http.delete("/c/bank/" + other + "2"))
        .isEqualTo(new Answer(200, "{\"message\":\"Done\"}"));
    assertRefused(http.get("/c/bank/" + other + "2"), 404);
    assertRefused(http.delete("/c/bank/" + other + "2"), 404);
    assertRefused(http.put("/c/bank/" + other + "2", "{}"), 404);
  }

  private static String bankJson(String name, String ratio) {
    return "{\"name\":\"" + name + "\",\"matching_enabled_ratio\":" + ratio + "}";
  }

  @Test
  void banks_thatCannotBeMade_areRefused() throws Exception {
    assertRefused(create(bank), 403);
    assertRefused(create("small"), 400);
    assertRefused(http.post("/c/banks", "{}"), 400);
    assertRefused(http.post("/c/banks", "[]"), 400);
    assertRefused(http.post("/c/banks", "{\"name\": \"X\", \"enabled_ratio\": 2}"), 400);
    assertRefused(http.post("/c/banks", "{\"name\": \"X\", \"enabled_ratio\": \"much\"}"), 400);
  }

  @Test
  void content_ofAUrl_isAddedWithItsMetadata() throws Exception {
    Answer added = http.post(
        "/c/bank/" + bank + "/content?url=" + urlOf("image/png", PHOTO),
        "{\"metadata\": {\"content_id\": \"7\", \"content_uri\": \"https://example.org/7\","
            + " \"json\": {\"a\": [1]}}, \"note\": \"seen twice\"}");
    assertThat(added.status()).as(added.body()).isEqualTo(200);
    long id = added.json().path("id").longValue();
    assertThat(added.body()).isEqualTo("{\"id\":" + id + ",\"signals\":{\"pdq\":\"" + PDQ + "\"}}");
    String path = "/c/bank/" + bank + "/content/" + id;
    assertThat(http.get(path).body())
        .isEqualTo("{\"id\":" + id + ",\"disable_until_ts\":0,"
            + "\"original_media_uri\":\"https://example.org/7\",\"bank\":" + bankJson(bank, "1.0")
            + ",\"note\":\"seen twice\"}");
    var all = http.get(path + "?include_signals=true&include_metadata=true").json();
    assertThat(all.path("signals").path("pdq").stringValue()).isEqualTo(PDQ);
    assertThat(all.path("metadata").path("json").path("a").path(0).intValue()).isEqualTo(1);
  }

  @Test
  void content_ofAFile_isAdded_disabledChangedAndDeleted() throws Exception {
    Answer added = http.postForm(
        "/c/bank/" + bank + "/content",
        Part.file("video", VIDEO),
        Part.field("metadata", "{\"content_id\": \"8\"}"),
        Part.field("note", "a clip"));
    assertThat(added.status()).as(added.body()).isEqualTo(200);
    long id = added.json().path("id").longValue();
    String path = "/c/bank/" + bank + "/content/" + id;
    String lookup = "/m/raw_lookup?signal_type=video_md5&banks=" + bank + "&signal=" + MD5_OF_HELLO;
    assertThat(http.get(path).body()).contains("\"original_media_uri\":null");
    assertThat(http.get(lookup).body()).contains("" + id);

    long later = Instant.now().getEpochSecond() + 3_600;
    Answer disabled =
        http.put(path, "{\"disable_until_ts\": \"" + later + "\", \"note\": \"a doubt\"}");
    assertThat(disabled.json().path("disable_until_ts").longValue()).isEqualTo(later);
    assertThat(disabled.json().path("note").stringValue()).isEqualTo("a doubt");
    assertThat(http.get(lookup).body()).isEqualTo("{\"matches\":[]}");

    http.put(path, "{\"disable_until_ts\": 0}");
    assertThat(http.get(lookup).body()).contains("" + id);
    assertThat(http.delete(path)).isEqualTo(new Answer(200, "{\"deleted\":1}"));
    assertThat(http.get(lookup).body()).isEqualTo("{\"matches\":[]}");
    assertRefused(http.get(path), 404);
    assertRefused(http.delete(path), 404);
  }

  @Test
  void content_thatCannotBeAddedOrChanged_isRefused() throws Exception {
    long id = add("pdq", PDQ);
    String contents = "/c/bank/" + bank + "/content";
    String sixYears = "" + (Instant.now().getEpochSecond() + 6 * 366 * 86_400L);
    assertRefused(http.post(contents, "{}"), 400);
    assertRefused(http.post("/c/bank/NONE/content?url=" + host.url("/x"), "{}"), 404);
    assertRefused(http.postForm(contents, Part.field("note", "x")), 400);
    assertRefused(
        http.postForm(contents, Part.file("video", VIDEO), Part.field("metadata", "[")), 400);
    assertRefused(
        http.postForm(contents, Part.file("video", VIDEO), Part.field("note", "x".repeat(256))),
        400);
    assertRefused(http.post("/c/bank/" + bank + "/signal", "{\"pdq\": \"zz\"}"), 400);
    assertRefused(http.post("/c/bank/" + bank + "/signal", "{\"vpdq\": \"00\"}"), 400);
    assertRefused(http.post("/c/bank/" + bank + "/signal", "{\"note\": \"only\"}"), 400);
    assertRefused(http.post("/c/bank/NONE/signal", "{\"pdq\": \"" + PDQ + "\"}"), 404);
    assertRefused(http.get("/c/bank/" + bank + "/content/999999"), 404);
    assertRefused(http.get("/c/bank/" + bank + "/content/x"), 400);
    assertRefused(http.put(contents + "/" + id, "{\"disable_until_ts\": " + sixYears + "}"), 400);
    assertRefused(http.put(contents + "/" + id, "{\"disable_until_ts\": -1}"), 400);
    assertRefused(http.put(contents + "/" + id, "{\"disable_until_ts\": \"soon\"}"), 400);
    create(bank + "_C");
    assertRefused(http.get("/c/bank/" + bank + "_C/content/" + id), 404);
    http.delete("/c/bank/" + bank + "_C");
  }

  @Test
  void path_thatDoesNotExist_isNotFound() throws Exception {
    assertRefused(http.get("/nonsense"), 404);
    assertRefused(http.delete("/c/banks"), 405);
  }
}
