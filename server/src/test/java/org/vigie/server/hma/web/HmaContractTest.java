package org.vigie.server.hma.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import org.vigie.server.ServerTest;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.hma.HmaSettings;
import org.vigie.server.hma.fetch.TestHost;
import org.vigie.server.hma.fetch.UrlFetcher;
import org.vigie.server.hma.web.HmaClient.Answer;
import org.vigie.server.hma.web.HmaClient.Part;
import org.vigie.testkit.SyntheticPicture;

/// Every call of the table in `docs/hma.md`, over HTTP.
@ServerTest
@Import(HmaContractTest.HostsOnThisMachine.class)
@TestPropertySource(properties = {"vigie.hma.max-media=1MB", "vigie.scan.deadline=1m"})
final class HmaContractTest {
  /// From the published vectors (`fingerprint/src/test/vectors/pdq/synthetic.tsv`); quality 79.
  private static final byte[] PHOTO = png(new SyntheticPicture(256, 256, 13));

  private static final String PDQ =
      "9bce0e0ff1f073311c8ef3dc0e03e3f863f100638f8e1c07e37178f98e8e7062";

  /// The signal above with its lowest three bits turned over.
  private static final String PDQ_3_BITS_OFF = PDQ.substring(0, 63) + "5";

  private static final String OTHER = "0123456789abcdef".repeat(4);

  /// Of the five letters `hello`.
  private static final String MD5_OF_HELLO = "5d41402abc4b2a76b9719d911017c592";

  private static final byte[] VIDEO = "hello".getBytes(UTF_8);
  private static final AtomicInteger BANKS = new AtomicInteger();

  private final HmaClient http;
  private final KnownContent known;
  private final TestHost host = TestHost.start();
  private final String bank = "BANK_" + BANKS.incrementAndGet();

  @Autowired
  HmaContractTest(@LocalServerPort int port, KnownContent known) {
    this.http = new HmaClient(port);
    this.known = known;
  }

  /// Lets the tests name URLs of this machine.
  @TestConfiguration(proxyBeanMethods = false)
  static class HostsOnThisMachine {
    @Bean
    @Primary
    UrlFetcher fetcher(HmaSettings settings) {
      return new UrlFetcher(
          address -> address.equals(InetAddress.ofLiteral("127.0.0.1")),
          settings.maxBytes(),
          Duration.ofSeconds(20));
    }
  }

  private static byte[] png(SyntheticPicture picture) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture.image(), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @BeforeEach
  void makeABank() throws Exception {
    while (!known.isReady()) {
      Thread.onSpinWait();
    }
    assertThat(create(bank).status()).isEqualTo(201);
  }

  @AfterEach
  void closeTheBank() throws Exception {
    http.delete("/c/bank/" + bank);
    host.close();
  }

  private Answer create(String name) throws Exception {
    return http.post("/c/banks", "{\"name\": \"" + name + "\"}");
  }

  private long add(String type, String signal) throws Exception {
    Answer added =
        http.post("/c/bank/" + bank + "/signal", "{\"" + type + "\": \"" + signal + "\"}");
    assertThat(added.status()).isEqualTo(200);
    assertThat(added.json().path("signals").path(type).stringValue()).isEqualTo(signal);
    return added.json().path("id").longValue();
  }

  private String urlOf(String mediaType, byte[] content) {
    return URLEncoder.encode(host.holds(mediaType, content).url("/file"), UTF_8);
  }

  private static void assertRefused(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.message()).isNotBlank();
    assertThat(answer.json().properties()).hasSize(1);
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
    assertThat(
            http.postForm("/h/hash?types=video_md5", Part.file("photo", PHOTO)).body())
        .isEqualTo("{}");
  }

  @Test
  void hash_ofWhatCannotBeHashed_isRefused() throws Exception {
    assertRefused(http.get("/h/hash"), 400);
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
    "/m/raw_lookup",
    "/m/raw_lookup?signal_type=pdq",
    "/m/raw_lookup?signal_type=pdq&signal=zz",
    "/m/raw_lookup?signal_type=nonsense&signal=zz",
    "/m/raw_lookup?signal_type=video_md5&signal=00",
    "/m/raw_lookup?signal_type=video_md5&signal=5d41402abc4b2a76b9719d911017c592&banks=NONE",
    "/m/raw_lookup?signal_type=video_md5&signal=5d41402abc4b2a76b9719d911017c592&banks=b",
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
