package org.vigie.server.hma.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.vigie.server.ServerTest;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.Scope;
import org.vigie.server.access.keys.KeyGate;
import org.vigie.server.bank.KnownContent;

/// Every refusal of a request under `/hma` is answered `{"message": "…"}`.
@ServerTest
@TestPropertySource(properties = {"vigie.frame.max-body=2MB", "vigie.frame.max-json-body=1MB"})
final class HmaErrorsTest {
  private static final Caller VIGIE = new Caller.Vigie();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String root;
  private final KnownContent known;
  private final ApiKeys keys;
  private final KeyGate gate;

  @Autowired
  HmaErrorsTest(@LocalServerPort int port, KnownContent known, ApiKeys keys, KeyGate gate) {
    this.root = "http://localhost:" + port + "/hma";
    this.known = known;
    this.keys = keys;
    this.gate = gate;
  }

  @BeforeEach
  void waitForTheIndex() {
    while (!known.isReady()) {
      Thread.onSpinWait();
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root + path));
  }

  private String key(int rate, Scope... scopes) {
    String text =
        keys.add(VIGIE, new KeyName("errors"), Set.of(scopes), rate).token().text();
    gate.refresh();
    return text;
  }

  private HttpResponse<String> refused(HttpRequest.Builder request, int status) throws Exception {
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    HmaContract.assertRefused(new HmaClient.Answer(answer.statusCode(), answer.body()), status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("application/json");
    return answer;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/c/banks", "/m/lookup", "/h/hash", "/c/exchanges", "/c/bank/A/content/1"})
  void call_withoutAKeyFromElsewhere_isUnauthenticated(String path) throws Exception {
    HttpResponse<String> answer = refused(request(path).header("Via", "1.1 proxy"), 401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  @Test
  void call_withAWrongKey_isUnauthenticatedEvenOnThisMachine() throws Exception {
    refused(request("/c/banks").header("Authorization", "Bearer vigie_x"), 401);
    refused(request("/c/banks").header("Authorization", "Basic aG1hOmtleQ=="), 401);
  }

  @Test
  void call_withAKeyOfAnotherScope_isForbidden() throws Exception {
    refused(request("/c/banks").header("Authorization", "Bearer " + key(100, Scope.METRICS)), 403);
  }

  @Test
  void call_withAKeyInTheAddress_isRefused() throws Exception {
    refused(request("/c/banks?key=" + key(100, Scope.HMA)), 400);
  }

  @Test
  void call_overTheRateOfItsKey_isAskedToWait() throws Exception {
    String authorization = "Bearer " + key(1, Scope.HMA);
    http.send(
        request("/c/banks").header("Authorization", authorization).build(),
        BodyHandlers.discarding());
    HttpResponse<String> answer =
        refused(request("/c/banks").header("Authorization", authorization), 429);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void body_thatIsTooLarge_isRefused() throws Exception {
    refused(json("{\"name\": \"" + "A".repeat(1_100_000) + "\"}"), 413);
  }

  private HttpRequest.Builder json(String body) {
    return request("/c/banks")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1", "{\"name\": \"A\", \"name\": \"B\"}", "{\"name\": 1e400}"})
  void json_thatIsNone_isRefused(String body) throws Exception {
    refused(json(body), 400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1                         | not well-formed JSON, at line 1, column 3.",
        "{\"name\": 1, \"name\": 2} | name: This field comes twice.",
      })
  void json_thatIsNone_isRefusedInWordsThatSayWhere(String body, String words) throws Exception {
    assertThat(refused(json(body), 400).body()).contains(words);
  }

  @Test
  void body_ofAnotherMediaType_isRefused() throws Exception {
    refused(
        request("/c/banks").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("A")),
        415);
  }

  @Test
  void method_thatIsUnknown_isRefused() throws Exception {
    HttpResponse<String> answer =
        refused(request("/c/banks").method("PATCH", BodyPublishers.noBody()), 405);
    assertThat(answer.headers().firstValue("Allow")).isPresent();
  }

  @Test
  void form_thatIsBroken_isRefused() throws Exception {
    refused(
        request("/h/hash")
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"photo\"")),
        400);
    refused(
        request("/h/hash")
            .header("Content-Type", "multipart/form-data")
            .POST(BodyPublishers.ofString("x")),
        400);
  }

  @Test
  void answer_inAnotherMediaType_isNotThere() throws Exception {
    refused(request("/c/banks").header("Accept", "text/html"), 406);
  }

  @Test
  void path_thatIsNotThere_isNotFound() throws Exception {
    refused(request("/nonsense"), 404);
    refused(request("/c/bank/A/content/1/more"), 404);
  }
}
