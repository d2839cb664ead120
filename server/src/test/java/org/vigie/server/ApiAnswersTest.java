package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.Scope;
import org.vigie.server.access.keys.KeyGate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The real answers to calls, compared with the API document.
@ServerTest
final class ApiAnswersTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String BOUNDARY = "part-of-a-scan";

  private final ApiKeys keys;
  private final KeyGate gate;
  private final HttpClient http = HttpClient.newHttpClient();

  @LocalServerPort
  private int port;

  private DescribedApi api = new DescribedApi(JSON.createObjectNode());
  private String key = "";

  @Autowired
  ApiAnswersTest(ApiKeys keys, KeyGate gate) {
    this.keys = keys;
    this.gate = gate;
  }

  @BeforeEach
  void read() throws Exception {
    api = DescribedApi.at(port);
    key = keys.add(
            new Caller.Vigie(),
            new KeyName("document"),
            Set.of(Scope.SCAN, Scope.BANKS_WRITE),
            ApiKeys.USUAL_RATE)
        .token()
        .text();
    gate.refresh();
  }

  @Test
  void answers_ofABanksLife_areAsDescribed() throws Exception {
    String bank = "{\"name\": \"DOCUMENTED\", \"category\": \"terrorist-content\"}";
    done("POST", "/api/v1/banks", "/api/v1/banks", bank);
    done("GET", "/api/v1/banks", "/api/v1/banks", "");
    done("GET", "/api/v1/banks/{name}", "/api/v1/banks/DOCUMENTED", "");
    String members = "/api/v1/banks/{name}/members";
    String member = """
        {"member": "a", "signals": [
         {"type": "sha256", "value": "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"}]}""";
    JsonNode added = done("POST", members, "/api/v1/banks/DOCUMENTED/members", member);
    done("GET", members, "/api/v1/banks/DOCUMENTED/members?limit=1", "");
    done(
        "GET",
        members + "/{id}/history",
        "/api/v1/banks/DOCUMENTED/members/" + added.path("id").asInt() + "/history",
        "");
    JsonNode started = finished(
        "POST /api/v1/banks/{name}/imports",
        send(request("POST", "/api/v1/banks/DOCUMENTED/imports", "text/csv", """
            signal_type,value
            md5,nothing of this kind
            """)));
    assertThat(started.path("id").asInt()).isPositive();
    done("GET", "/api/v1/banks/{name}/imports", "/api/v1/banks/DOCUMENTED/imports", "");
    done("GET", "/api/v1/policy", "/api/v1/policy", "");
    lookUpAndScanOfTheMember();
    HttpRequest closing = builder("/api/v1/banks/DOCUMENTED")
        .header("If-Match", "\"1\"")
        .method("DELETE", BodyPublishers.noBody())
        .build();
    finished("DELETE /api/v1/banks/{name}", send(closing));
  }

  private void lookUpAndScanOfTheMember() throws Exception {
    String sought = """
        {"signals": [
         {"type": "sha256", "value": "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"}]}""";
    JsonNode found = JSON.createObjectNode();
    for (int tries = 0; tries < 1_000 && found.path("results").isEmpty(); tries++) {
      found = done("POST", "/api/v1/lookups", "/api/v1/lookups", sought);
    }
    assertThat(found.path("results").isEmpty()).as("the member counts").isFalse();
    JsonNode scan = finished(
        "POST /api/v1/scans",
        send(request(
            "POST", "/api/v1/scans", "multipart/form-data; boundary=" + BOUNDARY, """
            --part-of-a-scan
            Content-Disposition: form-data; name="submission"

            {"surface": "public"}
            --part-of-a-scan
            Content-Disposition: form-data; name="media"; filename="a"

            hello

            --part-of-a-scan--
            """.replace(
                    "\n", "\r\n")
                .replace("hello\r\n\r\n", "hello\n\r\n"))));
    assertThat(scan.path("outcome").asString()).isEqualTo("matched");
    done("GET", "/api/v1/scans/{id}", "/api/v1/scans/" + scan.path("scan_id").asString(), "");
  }

  @Test
  void answers_thatAreProblems_areAsDescribed() throws Exception {
    refused("GET", "/api/v1/banks/{name}", "/api/v1/banks/NONE", "");
    refused("PUT", "/api/v1/banks/{name}", "/api/v1/banks/NONE", "{}");
    refused("POST", "/api/v1/banks", "/api/v1/banks", "{");
    refused("POST", "/api/v1/lookups", "/api/v1/lookups", "{\"sign\": []}");
    key = "vigie_none";
    refused("GET", "/api/v1/banks", "/api/v1/banks", "");
  }

  private JsonNode refused(String method, String template, String path, String body)
      throws Exception {
    HttpResponse<String> answer = send(json(method, path, body));
    assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
    return api.checked(method + " " + template, answer);
  }

  private JsonNode done(String method, String template, String path, String body) throws Exception {
    return finished(method + " " + template, send(json(method, path, body)));
  }

  private JsonNode finished(String operation, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(operation + ": " + answer.body()).isLessThan(300);
    return api.checked(operation, answer);
  }

  private HttpRequest json(String method, String path, String body) {
    return request(method, path, body.isEmpty() ? "" : "application/json", body);
  }

  private HttpRequest.Builder builder(String path) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return key.isEmpty() ? builder : builder.header("Authorization", "Bearer " + key);
  }

  private HttpRequest request(String method, String path, String type, String body) {
    HttpRequest.Builder builder = builder(path);
    if (!type.isEmpty()) {
      builder.header("Content-Type", type);
    }
    return builder
        .method(method, BodyPublishers.ofString(body, StandardCharsets.UTF_8))
        .build();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }
}
