package org.vigie.server.hma.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.hma.web.HmaClient.Answer;
import org.vigie.server.hma.web.HmaClient.Part;

/// The calls of `docs/hma.md` that hash and look up, over HTTP.
final class HmaLookupTest extends HmaContract {
  @Autowired
  HmaLookupTest(@LocalServerPort int port, KnownContent known) {
    super(port, known);
  }

  @Test
  void status_onceTheIndexIsLoaded_isAlive() throws Exception {
    assertThat(http.get("/status")).isEqualTo(new Answer(200, "I-AM-ALIVE"));
    assertThat(http.get("/status/live")).isEqualTo(new Answer(200, "I-AM-ALIVE"));
  }

  @Test
  void siteMap_isSortedAndHasEveryPath() throws Exception {
    assertThat(http.get("/site-map").json().valueStream().map(path -> path.stringValue()))
        .isSorted()
        .contains("/h/hash", "/m/raw_lookup", "/c/bank/{name}/content/{id}", "/site-map");
  }

  @Test
  void hash_ofAUrl_isTheSignalOfItsContent() throws Exception {
    assertThat(http.get("/h/hash?url=" + urlOf("image/png", PHOTO)).json().toString())
        .isEqualTo("{\"pdq\":\"" + PDQ + "\"}");
    assertThat(http.get("/h/hash?content_type=video&url=" + urlOf("x/y", VIDEO))
            .json()
            .toString())
        .isEqualTo("{\"video_md5\":\"" + MD5_OF_HELLO + "\"}");
  }

  @Test
  void hash_ofAFile_isTheSignalOfTheFieldsContentType() throws Exception {
    assertThat(http.postForm("/h/hash", Part.file("photo", PHOTO)).json().toString())
        .isEqualTo("{\"pdq\":\"" + PDQ + "\"}");
    assertThat(http.postForm("/h/hash", Part.file("video", VIDEO)).json().toString())
        .isEqualTo("{\"video_md5\":\"" + MD5_OF_HELLO + "\"}");
    assertThat(http.postForm("/h/hash?types=video_md5", Part.file("video", VIDEO))
            .json()
            .toString())
        .isEqualTo("{\"video_md5\":\"" + MD5_OF_HELLO + "\"}");
  }

  @Test
  void hash_ofWhatCannotBeHashed_isRefused() throws Exception {
    assertRefused(http.get("/h/hash"), 422);
    assertRefused(http.post("/h/hash", "{}"), 400);
    assertRefused(http.post("/m/lookup", "{}"), 400);
    assertRefused(http.postForm("/h/hash?types=video_md5", Part.file("photo", PHOTO)), 400);
    assertRefused(http.get("/h/hash?url=http://127.0.0.2/x"), 400);
    assertRefused(http.get("/h/hash?url=nonsense"), 400);
    assertRefused(http.get("/h/hash?content_type=song&url=" + host.url("/x")), 400);
    assertRefused(http.get("/h/hash?types=nonsense&url=" + host.url("/x")), 400);
    assertRefused(http.get("/h/hash?url=" + urlOf("text/plain", VIDEO)), 400);
    assertRefused(http.postForm("/h/hash", Part.field("photo", "x")), 400);
    assertRefused(
        http.postForm("/h/hash", Part.file("photo", PHOTO), Part.file("photo", PHOTO)), 400);
    assertRefused(http.postForm("/h/hash", Part.file("photo", VIDEO)), 400);
    byte[] large = new byte[1_048_577];
    assertRefused(http.postForm("/h/hash", Part.file("video", large)), 413);
    assertRefused(http.get("/h/hash?url=" + urlOf("video/mp4", large)), 413);
  }

  @Test
  void rawLookup_ofASignal_findsItsContent() throws Exception {
    long id = add("pdq", PDQ_3_BITS_OFF);
    String query = "/m/raw_lookup?signal_type=pdq&banks=" + bank + "&signal=";
    assertThat(http.get(query + PDQ).body()).isEqualTo("{\"matches\":[" + id + "]}");
    assertThat(http.get(query + PDQ + "&include_distance=true").body())
        .isEqualTo("{\"matches\":[{\"bank_content_id\":" + id + ",\"distance\":\"3\"}]}");
    assertThat(http.get(query + OTHER).body()).isEqualTo("{\"matches\":[]}");
  }

  @Test
  void rawLookup_ofAShareOfABank_ignoresIt_butNotThatItIsOff() throws Exception {
    long id = add("video_md5", MD5_OF_HELLO);
    String query = "/m/raw_lookup?signal_type=video_md5&banks=" + bank + "&signal=" + MD5_OF_HELLO;
    http.put("/c/bank/" + bank, "{\"enabled_ratio\": 0.000001}");
    assertThat(http.get(query).body()).isEqualTo("{\"matches\":[" + id + "]}");
    http.put("/c/bank/" + bank, "{\"enabled\": false}");
    assertThat(http.get(query).body()).isEqualTo("{\"matches\":[]}");
  }

  @ParameterizedTest
  @CsvSource({
    "/m/raw_lookup?signal_type=pdq&signal=zz",
    "/m/raw_lookup?signal_type=nonsense&signal=zz",
    "/m/raw_lookup?signal_type=video_md5&signal=00",
    "/m/raw_lookup?signal_type=video_md5&signal=5D41402ABC4B2A76B9719D911017C592",
    "/m/lookup",
    "/m/lookup?signal_type=pdq&signal=zz",
    "/m/lookup?signal_type=pdq&signal=zz&url=http://127.0.0.1/",
    "/m/lookup?url=http://10.0.0.1/",
    "/m/index/status?signal_type=nonsense",
    "/c/signal_type/index?signal_type=nonsense",
  })
  void lookups_thatMakeNoSense_areRefused(String call) throws Exception {
    assertRefused(http.get(call), 400);
  }

  @ParameterizedTest
  @CsvSource({"/m/raw_lookup", "/m/raw_lookup?signal_type=pdq", "/m/raw_lookup?signal=00"})
  void rawLookup_withoutAParameter_isUnprocessable(String call) throws Exception {
    assertRefused(http.get(call), 422);
  }

  @Test
  void lookup_inBanksThatDoNotExist_findsNothing() throws Exception {
    long id = add("video_md5", MD5_OF_HELLO);
    String raw = "/m/raw_lookup?signal_type=video_md5&signal=" + MD5_OF_HELLO + "&banks=";
    assertThat(http.get(raw + "NONE").body()).isEqualTo("{\"matches\":[]}");
    assertThat(http.get(raw + "b").body()).isEqualTo("{\"matches\":[]}");
    assertThat(http.get(raw + "NONE," + bank).body()).isEqualTo("{\"matches\":[" + id + "]}");
    assertThat(http.get(raw.replace("raw_lookup", "lookup") + "NONE").body()).isEqualTo("{}");
  }

  @Test
  void photo_thatShowsTooLittle_hasAnEmptySignalAndIsNotCompared() throws Exception {
    assertThat(http.postForm("/h/hash", Part.file("photo", GREY)).body())
        .isEqualTo("{\"pdq\":\"\"}");
    assertRefused(http.postForm("/m/lookup", Part.file("photo", GREY)), 400);
    assertRefused(http.postForm("/c/bank/" + bank + "/content", Part.file("photo", GREY)), 400);
  }

  @Test
  void lookup_ofAUrlWithASignalType_hasNoOuterKey() throws Exception {
    long id = add("pdq", PDQ_3_BITS_OFF);
    String url = "&banks=" + bank + "&url=";
    assertThat(http.get("/m/lookup?signal_type=pdq" + url + urlOf("image/png", PHOTO))
            .body())
        .isEqualTo("{\"" + bank + "\":[{\"bank_content_id\":" + id + ",\"distance\":\"3\"}]}");
    assertRefused(
        http.get("/m/lookup?signal_type=video_md5" + url + urlOf("image/png", PHOTO)), 400);
  }

  @Test
  void lookup_ofASignal_isByBank() throws Exception {
    long id = add("pdq", PDQ_3_BITS_OFF);
    String matches = "{\"" + bank + "\":[{\"bank_content_id\":" + id + ",\"distance\":\"3\"}]}";
    assertThat(http.get("/m/lookup?signal_type=pdq&banks=" + bank + "&signal=" + PDQ)
            .body())
        .isEqualTo(matches);
    assertThat(http.get("/m/lookup?banks=" + bank + "&url=" + urlOf("image/png", PHOTO))
            .body())
        .isEqualTo("{\"pdq\":" + matches + "}");
    assertThat(
            http.postForm("/m/lookup?banks=" + bank, Part.file("photo", PHOTO)).body())
        .isEqualTo("{\"pdq\":" + matches + "}");
  }

  @Test
  void lookup_withASeed_flipsTheSameCoinEachTime() throws Exception {
    long id = add("video_md5", MD5_OF_HELLO);
    http.put("/c/bank/" + bank, "{\"enabled_ratio\": \"0.5\"}");
    String query = "/m/lookup?signal_type=video_md5&banks=" + bank + "&signal=" + MD5_OF_HELLO;
    int found = 0;
    for (int seed = 0; seed < 100; seed++) {
      String body = http.get(query + "&seed=" + seed).body();
      assertThat(http.get(query + "&seed=" + seed).body()).isEqualTo(body);
      found += body.contains("\"bank_content_id\":" + id) ? 1 : 0;
    }
    // A fair coin leaves this range once in ten million.
    assertThat(found).isBetween(25, 75);
    String bypass = "/m/lookup?bypass_coinflip=true&banks=" + bank;
    assertThat(http.postForm(bypass, Part.file("video", VIDEO)).body()).contains("" + id);
  }

  @Test
  void compare_ofTwoSignals_saysWhetherTheyMatchAndHowFarTheyAre() throws Exception {
    assertThat(compare("pdq", PDQ, PDQ_3_BITS_OFF).body())
        .isEqualTo("{\"pdq\":[true,{\"distance\":3}]}");
    assertThat(compare("pdq", "0".repeat(64), "f".repeat(8) + "0".repeat(56)).body())
        .isEqualTo("{\"pdq\":[false,{\"distance\":32}]}");
    assertThat(
            compare("pdq", "0".repeat(64), "7" + "f".repeat(7) + "0".repeat(56)).body())
        .isEqualTo("{\"pdq\":[true,{\"distance\":31}]}");
    assertThat(compare("video_md5", MD5_OF_HELLO, MD5_OF_HELLO).body())
        .isEqualTo("{\"video_md5\":[true,{\"distance\":0}]}");
    assertRefused(compare("pdq", PDQ, "zz"), 400);
    assertRefused(compare("nonsense", PDQ, PDQ), 400);
    assertRefused(http.post("/m/compare", "{\"pdq\": [\"" + PDQ + "\"]}"), 400);
    assertRefused(http.post("/m/compare", "{}"), 400);
    assertRefused(http.post("/m/compare", "[]"), 400);
    assertRefused(http.post("/m/compare", "{"), 400);
  }

  private Answer compare(String type, String first, String second) throws Exception {
    return http.post("/m/compare", "{\"" + type + "\": [\"" + first + "\", \"" + second + "\"]}");
  }

  @Test
  void indexStatus_countsSignalsAndSaysWhenTheyCame() throws Exception {
    long before = Instant.now().getEpochSecond();
    long size = http.get("/m/index/status").json().path("pdq").path("size").longValue();
    add("pdq", PDQ);
    Answer answer = http.get("/m/index/status?signal_type=pdq");
    assertThat(answer.json().properties()).hasSize(1);
    assertThat(answer.json().path("pdq").path("present").booleanValue()).isTrue();
    assertThat(answer.json().path("pdq").path("size").longValue()).isEqualTo(size + 1);
    assertThat(answer.json().path("pdq").path("built_to").longValue())
        .isBetween(before - 1, before + 60);
    var index = http.get("/c/signal_type/index").json().path("pdq");
    assertThat(index.path("db_size").longValue()).isEqualTo(size + 1);
    assertThat(index.path("index_size").longValue()).isEqualTo(size + 1);
    assertThat(index.path("index_out_of_date").booleanValue()).isFalse();
    assertThat(index.path("newest_db_item").longValue())
        .isEqualTo(index.path("index_built_to").longValue());
  }
}
