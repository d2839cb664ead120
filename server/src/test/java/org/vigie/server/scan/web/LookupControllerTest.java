package org.vigie.server.scan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.server.ServerTest;
import org.vigie.server.scan.MadeUpBanks;
import org.vigie.server.scan.ScanWorld;
import tools.jackson.databind.JsonNode;

/// Look-ups over HTTP.
@ServerTest
@Import(ScanWorld.class)
final class LookupControllerTest {
  private static final String PDQ = "0123456789abcdef".repeat(4);

  private final Api api;
  private final MadeUpBanks banks;

  @Autowired
  LookupControllerTest(MockMvc http, MadeUpBanks banks) {
    this.api = new Api(http);
    this.banks = banks;
  }

  private static String signal(String type, String value) {
    return "{\"type\":\"" + type + "\",\"value\":\"" + value + "\"}";
  }

  private static String lookup(String... signals) {
    return "{\"signals\":[" + String.join(",", signals) + "]}";
  }

  @Test
  void lookup_severalSignals_listsOnlyWhatMatchesByItsPlace() {
    Digest listed = Digest.of(DigestType.MD5, Multipart.text("listed"));
    banks.add(ScanWorld.GRAVE, listed);
    banks.add(ScanWorld.PETTY, PdqSignal.parse(PDQ));
    String unknown = HexFormat.of().formatHex(new byte[16]);

    Api.Answer answer = api.lookUp(
        lookup(signal("md5", unknown), signal("md5", listed.text()), signal("pdq", PDQ)));

    assertThat(answer.status()).isEqualTo(200);
    JsonNode results = answer.json().path("results");
    assertThat(results.size()).isEqualTo(2);
    assertThat(results.get(0).path("index").asInt()).isEqualTo(1);
    assertThat(results.at("/0/matches/0/bank").asString()).isEqualTo("GRAVE");
    assertThat(results.at("/0/matches/0/severity").asString()).isEqualTo("critical");
    assertThat(results.get(1).path("index").asInt()).isEqualTo(2);
    assertThat(results.at("/1/matches/0/bank").asString()).isEqualTo("PETTY");
    assertThat(answer.json().path("bank_revision").asLong(-1))
        .isEqualTo(banks.revision().number());
  }

  @Test
  void lookup_someBanks_asksOnlyThem() {
    Digest listed = Digest.of(DigestType.SHA1, Multipart.text("in one bank"));
    banks.add(ScanWorld.GRAVE, listed);

    String body = "{\"banks\":[\"PETTY\"],\"signals\":[" + signal("sha1", listed.text()) + "]}";

    assertThat(api.lookUp(body).json().path("results").isEmpty()).isTrue();
  }

  @Test
  void lookup_lowQuality_saysThatItWasNotCompared() {
    banks.add(ScanWorld.PETTY, PdqSignal.parse(PDQ));

    Api.Answer answer =
        api.lookUp("{\"signals\":[{\"type\":\"pdq\",\"quality\":49,\"value\":\"" + PDQ + "\"}]}");

    assertThat(answer.json().path("results").isEmpty()).isTrue();
    assertThat(answer.json().path("not_compared").toString()).isEqualTo("[0]");
  }

  @Test
  void lookup_aThousandSignals_isAnsweredAndOneMoreRefused() {
    String one = signal("pdq", PDQ);
    String thousand = IntStream.range(0, 1_000).mapToObj(_ -> one).collect(Collectors.joining(","));

    assertThat(api.lookUp(lookup(thousand)).status()).isEqualTo(200);
    Api.Answer refused = api.lookUp(lookup(thousand, one));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.field()).isEqualTo("signals");
  }

  @Test
  void lookup_indexNotLoaded_isNotReady() {
    banks.ready(false);
    try {
      assertThat(api.lookUp(lookup(signal("pdq", PDQ))).status()).isEqualTo(503);
    } finally {
      banks.ready(true);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{}|signals",
        "{\"signals\":[]}|signals",
        "{\"signals\":7}|signals",
        "{\"signals\":[7]}|signals[0]",
        "{\"signals\":[{}]}|signals[0].type",
        "{\"signals\":[{\"type\":\"pdq\"}]}|signals[0].value",
        "{\"signals\":[{\"type\":\"md6\"}]}|signals[0].type",
        "{\"signals\":[{\"type\":\"md5\",\"value\":\"00\"}]}|signals[0].value",
        "{\"signals\":[{\"type\":\"md5\",\"value\":null}]}|signals[0].value",
        "{\"signals\":[{\"type\":\"md5\",\"type\":\"md5\"}]}|signals[0].type",
        "{\"signals\":[{\"type\":\"md5\",\"colour\":1}]}|signals[0].colour",
        "{\"signals\":[{\"quality\":101}]}|signals[0].quality",
        "{\"signals\":[{\"quality\":1.5}]}|signals[0].quality",
        "{\"signals\":[{\"quality\":99999999999}]}|signals[0].quality",
        "{\"banks\":[\"lower\"]}|banks[0]",
        "{\"banks\":[[\"A\"]]}|banks[0]",
        "{\"banks\":[]}|banks",
        "{\"surface\":\"public\"}|surface",
      })
  void lookup_oneMistake_isRefusedWithItsField(String body, String field) {
    Api.Answer answer = api.lookUp(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field()).isEqualTo(field);
  }

  @Test
  void lookup_bodyThatIsNoJson_isRefused() {
    String deep = "[".repeat(100_000);
    String deepValue = "{\"signals\":[{\"type\":" + deep;
    String longText = "{\"signals\":[{\"value\":\"" + "a".repeat(100_000) + "\"}]}";
    for (String body : new String[] {
      "", "{", "{\"signals\":", "null", "\u0000", deep, deepValue, longText, "{} {}", "{\"signals\""
    }) {
      assertThat(api.lookUp(body).status()).as(body).isEqualTo(400);
    }
  }

  @Test
  void lookup_byteOrderMark_isRefused() {
    assertThat(api.lookUp("\uFEFF" + lookup(signal("pdq", PDQ))).status()).isEqualTo(400);
  }

  @Test
  void lookup_bodyBeyondTheBound_isTooLarge() {
    assertThat(api.lookUp(" ".repeat(300_000)).status()).isEqualTo(413);
  }
}
