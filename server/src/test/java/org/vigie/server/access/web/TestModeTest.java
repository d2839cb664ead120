package org.vigie.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.server.ServerTest;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyLimits;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.NewKey;
import org.vigie.server.access.Scope;
import org.vigie.server.access.keys.KeyGate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The test mode: the answers to keys for tests, and that they leave nothing behind.
@ServerTest
final class TestModeTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String BOUNDARY = "part-of-a-scan";
  private static final String LISTED =
      "07dcb68ada8e2bb6bb2c74c30f4a736289fe9e213dc1ba136b42776abd836fe6";
  private static final String PDQ =
      "ecc96ccdc4cc6aac9ab69bb6b155ad55e851b1eb13aa132a53b256b6648464d4";

  /// The tables that the use of a key changes. Nothing else may change.
  private static final Set<String> OF_KEYS =
      Set.of("access.api_key", "access.api_key_use", "access.api_key_revision", "access.ledger");

  private final RequestMappingHandlerMapping mapping;
  private final ApiKeys keys;
  private final KeyGate gate;
  private final JdbcClient jdbc;
  private final HttpClient http = HttpClient.newHttpClient();

  @LocalServerPort
  private int port;

  private String key = "";

  @Autowired
  TestModeTest(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
      ApiKeys keys,
      KeyGate gate,
      JdbcClient jdbc) {
    this.mapping = mapping;
    this.keys = keys;
    this.gate = gate;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void makeKey() {
    key = made(true);
  }

  /// Makes a key with every scope.
  private String made(boolean test) {
    KeyLimits limits = new KeyLimits(Optional.empty(), List.of(), test);
    NewKey made = keys.add(
        new Caller.Vigie(),
        new KeyName("tests"),
        EnumSet.allOf(Scope.class),
        ApiKeys.MAX_RATE,
        limits);
    gate.refresh();
    return made.token().text();
  }

  // -- the answers

  @ParameterizedTest
  @CsvSource({
    "listed.jpg, matched, sha256, 0, automatic,",
    "listed-smaller.jpg, matched, pdq, 16, human, original",
    "listed-turned.jpg, matched, pdq, 18, human, rotate-90",
    "clear.jpg, clear,,,,",
    "unscannable.jpg, unscannable,,,,",
  })
  void scan_ofATestPicture_isAnsweredAsDocumented(
      String file, String outcome, String type, Integer distance, String confirmation, String way)
      throws Exception {
    HttpResponse<String> answer = scan(picture(file));
    JsonNode scan = JSON.readTree(answer.body());
    JsonNode match = scan.path("matches").path(0);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Vigie-Test")).hasValue("true");
    assertThat(scan.path("test").asBoolean()).isTrue();
    assertThat(scan.path("scan_id").asString()).startsWith("00000000-0000-7000-");
    assertThat(scan.path("outcome").asString()).isEqualTo(outcome);
    assertThat(match.path("signal_type").asString(null)).isEqualTo(type);
    assertThat(match.has("distance") ? match.path("distance").asInt() : null).isEqualTo(distance);
    assertThat(match.path("transform").asString(null)).isEqualTo(way);
    assertThat(scan.path("decision").path("confirmation").asString(null)).isEqualTo(confirmation);
  }

  private byte[] picture(String file) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri("/testing/" + file)).build();
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as("anybody can download the test pictures").isEqualTo(200);
    return answer.body();
  }

  @Test
  void scan_ofATestKey_isReadAgainByThatKeyOnly() throws Exception {
    JsonNode scan = JSON.readTree(scan(picture("listed.jpg")).body());
    String path = "/api/v1/scans/" + scan.path("scan_id").asString();
    assertThat(JSON.readTree(get(path).body())).isEqualTo(scan);
    key = made(true);
    assertThat(get(path).statusCode()).isEqualTo(404);
    key = made(false);
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void lookUp_ofATestKey_findsTheTestBankOnly() throws Exception {
    String body = """
        {"signals": [
          {"type": "sha256", "value": "%s"},
          {"type": "pdq", "value": "%s", "quality": 100},
          {"type": "pdq", "value": "%s", "quality": 10},
          {"type": "md5", "value": "d41d8cd98f00b204e9800998ecf8427e"}]}""".formatted(LISTED, PDQ, PDQ);
    JsonNode answer =
        JSON.readTree(post("/api/v1/lookups", "application/json", body).body());
    List<Integer> found = new ArrayList<>();
    answer.path("results").forEach(each -> found.add(each.path("index").asInt()));
    assertThat(found).containsExactly(0, 1);
    assertThat(answer.path("not_compared").path(0).asInt()).isEqualTo(2);
    assertThat(answer.path("test").asBoolean()).isTrue();
  }

  @Test
  void hmaLookUp_ofATestKey_findsTheTestBankOnly() throws Exception {
    JsonNode answer =
        JSON.readTree(get("/hma/m/lookup?signal_type=pdq&signal=" + PDQ).body());
    assertThat(answer.path("TEST").path(0).path("distance").asString()).isEqualTo("0");
  }

  @Test
  void realKey_neverMatchesTheTestBank() throws Exception {
    key = made(false);
    HttpResponse<String> answer = scan(picture("listed.jpg"));
    JsonNode scan = JSON.readTree(answer.body());
    assertThat(scan.path("outcome").asString()).isEqualTo("clear");
    assertThat(scan.has("test")).isFalse();
    assertThat(answer.headers().firstValue("Vigie-Test")).isEmpty();
  }

  @Test
  void testKey_neverMatchesARealBank() throws Exception {
    String real = made(false);
    String test = key;
    key = real;
    assertThat(post("/api/v1/banks", "application/json", """
            {"name": "REAL", "category": "terrorist-content"}""").statusCode()).isEqualTo(201);
    String digest = "aa".repeat(32);
    assertThat(post("/api/v1/banks/REAL/members", "application/json", """
            {"member": "a", "signals": [{"type": "sha256", "value": "%s"}]}""".formatted(digest))
            .statusCode())
        .isEqualTo(201);
    String sought = "{\"signals\": [{\"type\": \"sha256\", \"value\": \"" + digest + "\"}]}";
    JsonNode found = JSON.createObjectNode();
    for (int tries = 0; tries < 1_000 && found.path("results").isEmpty(); tries++) {
      found = JSON.readTree(post("/api/v1/lookups", "application/json", sought).body());
    }
    assertThat(found.path("results").isEmpty()).as("the member counts").isFalse();
    key = test;
    assertThat(JSON.readTree(post("/api/v1/lookups", "application/json", sought).body())
            .path("results"))
        .isEmpty();
    assertThat(get("/api/v1/banks/REAL").statusCode()).isEqualTo(403);
    assertThat(JSON.readTree(get("/hma/m/raw_lookup?signal_type=pdq&banks=REAL&signal=" + PDQ)
                .body())
            .path("matches"))
        .isEmpty();
  }

  @Test
  void notice_ofATestKey_isCheckedAndForgotten() throws Exception {
    String notice = """
        {"ground": "illegal", "category": "phishing", "surface": "public", "good_faith": true,
         "explanation": "It asks for the PIN of a bank.",
         "reported": [{"address": "https://chat.example.org/c/17"}]}""";
    HttpResponse<String> answer = post("/api/v1/notices", "application/json", notice);
    JsonNode receipt = JSON.readTree(answer.body());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(receipt.path("test").asBoolean()).isTrue();
    assertThat(receipt.path("code").asString()).isEqualTo("TESTS-TESTS-TESTS-TESTS");
    HttpResponse<String> wrong =
        post("/api/v1/notices", "application/json", notice.replace("phishing", "no-such-category"));
    assertThat(wrong.statusCode()).isEqualTo(400);
  }

  @Test
  void bankCalls_ofATestKey_areRefusedWithAReason() throws Exception {
    HttpResponse<String> answer =
        post("/api/v1/banks", "application/json", "{\"name\": \"X\", \"category\": \"phishing\"}");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(JSON.readTree(answer.body()).path("type").asString())
        .isEqualTo("/problems/not-in-test-mode");
    assertThat(answer.headers().firstValue("Vigie-Test")).hasValue("true");
  }

  @Test
  void openCalls_ofATestKey_areAnswered() throws Exception {
    assertThat(get("/api/openapi.json").statusCode()).isEqualTo(200);
    assertThat(get("/hma/status/live").statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/policy").statusCode()).isEqualTo(200);
  }

  // -- no traces

  /// Every call of the server, with bodies that real keys are answered with, and with none.
  @Test
  void everyCall_ofATestKey_changesNoTableButThoseOfKeys() throws Exception {
    Map<String, String> before = contents();
    List<Integer> statuses = new ArrayList<>();
    for (String each : List.of("listed.jpg", "listed-turned.jpg", "clear.jpg", "unscannable.jpg")) {
      statuses.add(scan(picture(each)).statusCode());
    }
    for (RequestMappingInfo how : mapping.getHandlerMethods().keySet()) {
      for (String path : how.getPatternValues()) {
        if (path.startsWith("/api/") || path.startsWith("/hma/") || path.equals("/metrics")) {
          call(how, path, statuses);
        }
      }
    }
    gate.writeUses();
    Map<String, String> after = contents();
    OF_KEYS.forEach(table -> {
      before.remove(table);
      after.remove(table);
    });
    assertThat(statuses).hasSizeGreaterThan(60).contains(200, 201, 403).doesNotContain(500);
    assertThat(after).isEqualTo(before).hasSizeGreaterThan(40);
  }

  private void call(RequestMappingInfo how, String path, List<Integer> statuses) throws Exception {
    String address = path.replaceAll("\\{[^}]*\\}", "1") + "?surface=public";
    for (var method : how.getMethodsCondition().getMethods()) {
      List<String> types = how.getConsumesCondition().getConsumableMediaTypes().stream()
          .map(MediaType::toString)
          .map(type -> type.replace("*", "png"))
          .toList();
      for (String body : BODIES) {
        HttpRequest request = builder(address)
            .header("Content-Type", types.isEmpty() ? "application/json" : types.getFirst())
            .method(method.name(), BodyPublishers.ofString(body))
            .build();
        statuses.add(http.send(request, BodyHandlers.discarding()).statusCode());
      }
    }
  }

  private static final List<String> BODIES = List.of(
      "",
      "{\"signals\": [{\"type\": \"sha256\", \"value\": \"" + LISTED + "\"}]}",
      "{\"name\": \"TESTED\", \"category\": \"phishing\", \"enabled_ratio\": 1}",
      """
      {"ground": "illegal", "category": "phishing", "surface": "public", "good_faith": true,
       "explanation": "It asks for the PIN of a bank.",
       "reported": [{"address": "https://chat.example.org/c/17"}]}""");

  /// Returns a digest of the rows of each table, so that a changed row is seen as well.
  private Map<String, String> contents() {
    Map<String, String> contents = new TreeMap<>();
    List<String> tables = jdbc.sql("""
            select format('%I.%I', schemaname, tablename) from pg_tables
             where schemaname not in ('pg_catalog', 'information_schema')
            """).query(String.class).list();
    for (String table : tables) {
      contents.put(
          table,
          jdbc.sql(
                  "select count(*) || ' ' || coalesce(md5(string_agg(t::text, ' ' order by t::text)), '')"
                      + " from " + table + " t")
              .query(String.class)
              .single());
    }
    return contents;
  }

  // -- how

  private HttpResponse<String> scan(byte[] media) throws Exception {
    byte[] head = """
        --part-of-a-scan
        Content-Disposition: form-data; name="submission"

        {"surface": "public"}
        --part-of-a-scan
        Content-Disposition: form-data; name="media"; filename="a"

        """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] tail = "\r\n--part-of-a-scan--\r\n".getBytes(StandardCharsets.UTF_8);
    HttpRequest request = builder("/api/v1/scans")
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.ofByteArrays(List.of(head, media, tail)))
        .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    HttpRequest request = builder(path)
        .header("Content-Type", type)
        .POST(BodyPublishers.ofString(body))
        .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(builder(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder builder(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + key);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
