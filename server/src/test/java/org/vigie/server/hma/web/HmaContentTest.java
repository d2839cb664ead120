package org.vigie.server.hma.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.Members;
import org.vigie.server.bank.StatusChange;
import org.vigie.server.hma.vocabulary.HmaSignalType;
import org.vigie.server.hma.web.HmaClient.Answer;
import org.vigie.server.hma.web.HmaClient.Part;

/// The calls of `docs/hma.md` that change banks and their content, over HTTP.
final class HmaContentTest extends HmaContract {
  private final Banks banks;
  private final Members members;

  @Autowired
  HmaContentTest(@LocalServerPort int port, KnownContent known, Banks banks, Members members) {
    super(port, known);
    this.banks = banks;
    this.members = members;
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
    assertThat(http.delete("/c/bank/" + other + "2"))
        .isEqualTo(new Answer(200, "{\"message\":\"Done\"}"));
    assertRefused(http.put("/c/bank/" + other + "2", "{}"), 404);
  }

  private static String bankJson(String name, String ratio) {
    return "{\"name\":\"" + name + "\",\"matching_enabled_ratio\":" + ratio + "}";
  }

  @Test
  void banks_thatCannotBeMade_areRefused() throws Exception {
    assertRefused(create(bank), 403);
    assertRefused(create("small"), 400);
    assertRefused(create("1ST"), 400);
    assertRefused(http.put("/c/bank/" + bank, "{\"name\": \"1ST\"}"), 400);
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
    String bare = "{\"id\":" + id + ",\"disable_until_ts\":1,"
        + "\"original_media_uri\":\"https://example.org/7\",\"bank\":" + bankJson(bank, "1.0");
    assertThat(http.get(path + "?include_metadata=false").body())
        .isEqualTo(bare + ",\"note\":\"seen twice\"}");
    var all = http.get(path + "?include_signals=true").json();
    assertThat(all.path("signals").path("pdq").stringValue()).isEqualTo(PDQ);
    assertThat(all.path("metadata").propertyNames())
        .containsExactlyInAnyOrder("content_id", "content_uri", "json");
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
    String lookup = "/m/lookup?signal_type=video_md5&banks=" + bank + "&signal=" + MD5_OF_HELLO;
    assertThat(http.get(path).body()).contains("\"original_media_uri\":null");
    assertThat(http.get(lookup).body()).contains("" + id);

    long later = Instant.now().getEpochSecond() + 3_600;
    Answer disabled =
        http.put(path, "{\"disable_until_ts\": \"" + later + "\", \"note\": \"a doubt\"}");
    assertThat(disabled.json().path("disable_until_ts").longValue()).isEqualTo(later);
    assertThat(disabled.json().path("note").stringValue()).isEqualTo("a doubt");
    assertThat(http.get(lookup).body()).isEqualTo("{}");
    assertThat(http.delete(path)).isEqualTo(new Answer(200, "{\"deleted\":1}"));
    assertThat(http.get(lookup).body()).isEqualTo("{}");
    assertRefused(http.get(path), 404);
    assertThat(http.delete(path)).isEqualTo(new Answer(200, "{\"deleted\":0}"));
    assertRefused(http.delete("/c/bank/NONE/content/" + id), 404);
  }

  @Test
  void content_isDisabledForGoodForATimeAndEnabled_asHmaSaysIt() throws Exception {
    long id = add("video_md5", MD5_OF_HELLO);
    String path = "/c/bank/" + bank + "/content/" + id;
    String query = "?signal_type=video_md5&banks=" + bank + "&signal=" + MD5_OF_HELLO;
    String found = "[{\"bank_content_id\":" + id + ",\"distance\":\"0\"}]";
    assertThat(read(path)).isEqualTo(1);

    for (long off : new long[] {0, Instant.now().getEpochSecond() + 86_400, 4_102_444_800L, 0}) {
      assertThat(http.put(path, "{\"disable_until_ts\": " + off + "}").body())
          .isEqualTo("{\"id\":" + id + ",\"disable_until_ts\":" + off
              + ",\"collab_metadata\":{},\"original_media_uri\":null,\"bank\":"
              + bankJson(bank, "1.0") + ",\"user_metadata\":null,\"note\":null}");
      assertThat(read(path)).isEqualTo(off);
      assertThat(http.get("/m/lookup" + query).body()).isEqualTo("{}");
      assertThat(http.get("/m/raw_lookup" + query).body()).isEqualTo("{\"matches\":[" + id + "]}");
      assertThat(http.get("/m/raw_lookup" + query + "&include_distance=true").body())
          .isEqualTo("{\"matches\":" + found + "}");
      assertThat(http.put(path, "{\"note\": \"seen\"}")
              .json()
              .path("disable_until_ts")
              .longValue())
          .as("a change of something else")
          .isEqualTo(off);
      http.put(path, "{\"note\": \"\"}");
    }
    for (String on : new String[] {"1", "\"1\"", "1000000000"}) {
      http.put(path, "{\"disable_until_ts\": 0}");
      assertThat(http.put(path, "{\"disable_until_ts\": " + on + "}").status()).isEqualTo(200);
      assertThat(read(path)).isEqualTo(1);
      assertThat(http.get("/m/lookup" + query).body())
          .isEqualTo("{\"" + bank + "\":" + found + "}");
    }
  }

  private long read(String path) throws Exception {
    return http.get(path).json().path("disable_until_ts").longValue();
  }

  @Test
  void content_disabledForGood_isDisabledForGoodElsewhereToo() throws Exception {
    long id = add("video_md5", MD5_OF_HELLO);
    http.put("/c/bank/" + bank + "/content/" + id, "{\"disable_until_ts\": 0}");
    assertThat(members.get(new MemberId(id)).disabledUntil()).contains(Member.FOR_GOOD);
  }

  @Test
  void content_setAsideByVigie_isDisabledUntilAPersonDecides() throws Exception {
    long id = add("pdq", PDQ);
    String path = "/c/bank/" + bank + "/content/" + id;
    Caller.Vigie vigie = new Caller.Vigie();
    members.change(new MemberId(id), StatusChange.of(MemberStatus.SET_ASIDE, "too much"), vigie);
    assertThat(read(path)).isZero();
    http.put(path, "{\"disable_until_ts\": 1}");
    assertThat(read(path)).isZero();
    members.change(new MemberId(id), StatusChange.of(MemberStatus.ACTIVE, "looked at"), vigie);
    assertThat(read(path)).isEqualTo(1);
  }

  @Test
  void metadata_collab_isDropped_andAbsentMetadataIsAbsent() throws Exception {
    String contents = "/c/bank/" + bank + "/content";
    Answer added = http.post(
        contents + "?url=" + urlOf("image/png", PHOTO),
        "{\"metadata\": {\"content_id\": \"7\", \"collab\": {\"X\": [\"1\"]}}}");
    assertThat(http.get(contents + "/" + added.json().path("id").longValue())
            .json()
            .path("metadata")
            .toString())
        .isEqualTo("{\"content_id\":\"7\"}");
    assertThat(http.get(contents + "/" + add("video_md5", MD5_OF_HELLO)).json().has("metadata"))
        .isFalse();
  }

  @Test
  void metadata_ofAMemberMadeElsewhere_isUnderJson() throws Exception {
    Bank home = banks.find(new BankName(bank)).orElseThrow();
    Member member = members.add(
        home.id(),
        List.of(MemberSignal.of(HmaSignalType.VIDEO_MD5.type().parse(MD5_OF_HELLO))),
        new MemberDescription("", "", "", "", Optional.of("{\"series\": 4}")),
        new Caller.Vigie());
    assertThat(http.get("/c/bank/" + bank + "/content/" + member.id().value())
            .json()
            .path("metadata")
            .toString())
        .isEqualTo("{\"json\":{\"series\":4}}");
  }

  @Test
  void content_thatCannotBeAddedOrChanged_isRefused() throws Exception {
    long id = add("pdq", PDQ);
    String contents = "/c/bank/" + bank + "/content";
    String milliseconds = "" + Instant.now().plusSeconds(86_400).toEpochMilli();
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
    assertRefused(http.get("/c/bank/" + bank + "/content/x"), 404);
    String url = urlOf("image/png", PHOTO);
    assertRefused(http.post(contents + "?url=" + url, "{\"metadata\": {\"author\": \"x\"}}"), 400);
    assertRefused(http.post(contents + "?url=" + url, "{\"metadata\": {\"content_id\": 7}}"), 400);
    assertRefused(http.post(contents + "?url=" + url, "{\"metadata\": []}"), 400);
    assertRefused(
        http.put(contents + "/" + id, "{\"disable_until_ts\": " + milliseconds + "}"), 400);
    assertRefused(http.put(contents + "/" + id, "{\"disable_until_ts\": -1}"), 400);
    assertRefused(http.put(contents + "/" + id, "{\"disable_until_ts\": \"soon\"}"), 400);
    create(bank + "_C");
    assertRefused(http.get("/c/bank/" + bank + "_C/content/" + id), 404);
    assertRefused(
        http.put("/c/bank/" + bank + "_C/content/" + id, "{\"disable_until_ts\": 0}"), 404);
    assertThat(http.delete("/c/bank/" + bank + "_C/content/" + id).body())
        .isEqualTo("{\"deleted\":0}");
    assertThat(read(contents + "/" + id)).as("content of another path's bank").isEqualTo(1);
    http.delete("/c/bank/" + bank + "_C");
  }

  @Test
  void path_thatDoesNotExist_isNotFound() throws Exception {
    assertRefused(http.get("/nonsense"), 404);
    assertRefused(http.delete("/c/banks"), 405);
  }
}
