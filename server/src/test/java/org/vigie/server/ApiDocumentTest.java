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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.access.Requires;
import org.vigie.server.access.Scope;
import org.vigie.server.access.keys.KeyGate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API document at `/api/openapi.json`, against the handlers and against what calls are really
/// answered with.
@ServerTest
final class ApiDocumentTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String BOUNDARY = "part-of-a-scan";

  private final RequestMappingHandlerMapping mapping;
  private final ApiKeys keys;
  private final KeyGate gate;
  private final HttpClient http = HttpClient.newHttpClient();

  @LocalServerPort
  private int port;

  private JsonNode document = JSON.createObjectNode();
  private String key = "";

  @Autowired
  ApiDocumentTest(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
      ApiKeys keys,
      KeyGate gate) {
    this.mapping = mapping;
    this.keys = keys;
    this.gate = gate;
  }

  @BeforeEach
  void read() throws Exception {
    document = JSON.readTree(send(request("GET", "/api/openapi.json", "", "")).body());
    key = keys.add(
            new Caller.Vigie(),
            new KeyName("document"),
            Set.of(Scope.SCAN, Scope.BANKS_WRITE),
            ApiKeys.USUAL_RATE)
        .token()
        .text();
    gate.refresh();
  }

  // -- what the document holds

  @Test
  void calls_ofEveryHandler_areDescribed() {
    Set<String> handled = new TreeSet<>();
    eachHandler((operation, _) -> handled.add(operation));

    assertThat(handled).hasSizeGreaterThan(15);
    assertThat(operations().keySet()).isEqualTo(handled);
  }

  @Test
  void names_ofFieldsAndParameters_areThoseOfTheJson() {
    List<String> names = new ArrayList<>();
    document
        .path("components")
        .path("schemas")
        .forEach(schema -> names.addAll(schema.path("properties").propertyNames()));
    operations()
        .values()
        .forEach(operation -> operation.path("parameters").forEach(parameter -> {
          if (!parameter.path("in").asString().equals("header")) {
            names.add(parameter.path("name").asString());
          }
        }));

    assertThat(names)
        .contains("scan_id", "min_quality", "rows_read", "policy_revision", "bad_lines")
        .contains("status", "member", "source", "signal", "after", "limit")
        .doesNotContain("caller", "search")
        .allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
  }

  @Test
  void scopes_ofEveryCall_areThoseThatOpenIt() {
    eachHandler((operation, handler) -> {
      Requires required = handler.getMethodAnnotation(Requires.class);
      if (required == null) {
        assertThat(handler.hasMethodAnnotation(OpenToAll.class)).as(operation).isTrue();
        assertThat(operation(operation).path("security").isArray())
            .as(operation)
            .isTrue();
        assertThat(operation(operation).path("security")).as(operation).isEmpty();
        return;
      }
      // Keys of HMA's clients count under HMA's own addresses alone.
      List<String> opening = Arrays.stream(Scope.values())
          .filter(scope -> scope.permissions().contains(required.value()))
          .filter(scope -> scope != Scope.HMA || operation.contains(" /hma/"))
          .map(scope -> scope.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .toList();
      List<String> said = new ArrayList<>();
      operation(operation).path("x-scopes").forEach(scope -> said.add(scope.asString()));

      assertThat(said).as(operation).isNotEmpty().containsExactlyElementsOf(opening);
      assertThat(operation(operation).path("security"))
          .as(operation)
          .hasSize(operation.contains(" /hma/") ? 2 : 1);
    });
  }

  @Test
  void bodies_ofEveryCallThatReadsOne_haveATypeAndAnExample() {
    Map<String, Set<String>> types = Map.of(
        "POST /api/v1/scans", Set.of("multipart/form-data"),
        "POST /api/v1/lookups", Set.of("application/json"),
        "POST /api/v1/banks", Set.of("application/json"),
        "PUT /api/v1/banks/{name}", Set.of("application/json"),
        "POST /api/v1/banks/{name}/members", Set.of("application/json"),
        "POST /api/v1/banks/{name}/members/{id}/status", Set.of("application/json"),
        "POST /api/v1/evidence", Set.of("application/octet-stream"),
        "POST /api/v1/notices", Set.of("application/json"),
        "POST /api/v1/flagger/notices", Set.of("application/json", "text/csv"),
        "POST /api/v1/banks/{name}/imports",
            Set.of("text/csv", "text/plain", "application/json", "application/x-ndjson"));
    operationsOfVigie().forEach((name, operation) -> {
      JsonNode content = operation.path("requestBody").path("content");
      assertThat(new TreeSet<>(content.propertyNames()))
          .as(name)
          .isEqualTo(new TreeSet<>(types.getOrDefault(name, Set.of())));
      content.forEach(body -> assertThat(hasExample(body)).as(name).isTrue());
    });
  }

  private boolean hasExample(JsonNode body) {
    JsonNode schema = resolved(body.path("schema"));
    return body.has("example")
        || body.has("examples")
        || schema.has("example")
        || resolved(schema.path("properties").path("submission")).has("example");
  }

  @Test
  void problems_ofEveryCall_areDescribedOnce() {
    operationsOfVigie().forEach((name, operation) -> {
      assertThat(operation.path("responses").propertyNames())
          .as(name)
          .contains("400", "401", "403", "429", "503", "default")
          .anyMatch(status -> status.startsWith("2"));
      operation.path("responses").properties().forEach(answer -> {
        if (answer.getKey().startsWith("4") || answer.getKey().startsWith("5")) {
          assertThat(answer.getValue().path("$ref").asString())
              .isEqualTo("#/components/responses/problem-" + answer.getKey());
          assertThat(document
                  .path("components")
                  .path("responses")
                  .path("problem-" + answer.getKey())
                  .path("content")
                  .has("application/problem+json"))
              .as(name + " " + answer.getKey())
              .isTrue();
        }
      });
    });
    assertThat(statuses("POST /api/v1/scans")).contains("413", "415", "422").doesNotContain("404");
    assertThat(statuses("PUT /api/v1/banks/{name}")).contains("404", "409", "428");
    assertThat(statuses("GET /api/v1/banks")).doesNotContain("404", "409", "415");
  }

  private Set<String> statuses(String operation) {
    return new TreeSet<>(operation(operation).path("responses").propertyNames());
  }

  // -- what is really answered

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
    return checked(method + " " + template, answer);
  }

  private JsonNode done(String method, String template, String path, String body) throws Exception {
    return finished(method + " " + template, send(json(method, path, body)));
  }

  private JsonNode finished(String operation, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(operation + ": " + answer.body()).isLessThan(300);
    return checked(operation, answer);
  }

  private HttpRequest json(String method, String path, String body) {
    return request(method, path, body.isEmpty() ? "" : "application/json", body);
  }

  /// Finds an answer in the document: its status, its media type, and every field of its body.
  private JsonNode checked(String operation, HttpResponse<String> answer) {
    String status = Integer.toString(answer.statusCode());
    JsonNode described = operation(operation).path("responses").path(status);
    assertThat(described.isObject()).as("%s answers %s", operation, status).isTrue();
    JsonNode content = resolved(described).path("content");
    if (answer.body().isEmpty()) {
      assertThat(content.isEmpty()).as(operation).isTrue();
      return JSON.createObjectNode();
    }
    String type = answer.headers().firstValue("Content-Type").orElseThrow().replaceFirst(";.*", "");
    assertThat(content.has(type))
        .as("%s answers %s as %s", operation, status, type)
        .isTrue();
    JsonNode body = JSON.readTree(answer.body());
    check(operation + " " + status, body, content.path(type).path("schema"));
    return body;
  }

  private void check(String where, JsonNode value, JsonNode reference) {
    JsonNode schema = resolved(reference);
    if (value.isArray()) {
      assertThat(schema.has("items")).as("%s is a list", where).isTrue();
      value.forEach(each -> check(where + "[]", each, schema.path("items")));
    } else if (value.isObject()) {
      JsonNode others = schema.path("additionalProperties");
      value.properties().forEach(field -> {
        boolean known = schema.path("properties").has(field.getKey());
        assertThat(known || !others.isMissingNode())
            .as("%s.%s is described", where, field.getKey())
            .isTrue();
        check(
            where + "." + field.getKey(),
            field.getValue(),
            known ? schema.path("properties").path(field.getKey()) : others);
      });
    }
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  // -- how

  private Map<String, JsonNode> operations() {
    Map<String, JsonNode> all = new TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(path -> path.getValue()
            .properties()
            .forEach(call -> all.put(
                call.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), call.getValue())));
    return all;
  }

  /// Without those of HMA, which have forms of their own.
  private Map<String, JsonNode> operationsOfVigie() {
    Map<String, JsonNode> all = new TreeMap<>(operations());
    all.keySet().removeIf(name -> name.contains(" /hma/"));
    return all;
  }

  private JsonNode operation(String name) {
    return Objects.requireNonNull(operations().get(name), name);
  }

  private void eachHandler(BiConsumer<String, HandlerMethod> visitor) {
    mapping.getHandlerMethods().forEach((how, handler) -> eachPath(how, handler, visitor));
  }

  private static void eachPath(
      RequestMappingInfo how, HandlerMethod handler, BiConsumer<String, HandlerMethod> visitor) {
    how.getPatternValues().stream()
        .filter(path -> path.startsWith("/api/v1/") || path.startsWith("/hma/"))
        .forEach(path -> how.getMethodsCondition()
            .getMethods()
            .forEach(method -> visitor.accept(method.name() + " " + path, handler)));
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
