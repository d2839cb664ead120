package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API document at `/api/openapi.json`, as tests ask it.
record DescribedApi(JsonNode document) {
  private static final JsonMapper JSON = new JsonMapper();

  /// Reads the document of a running server.
  static DescribedApi at(int port) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port + "/api/openapi.json"))
        .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return new DescribedApi(
          JSON.readTree(http.send(request, BodyHandlers.ofString()).body()));
    }
  }

  Map<String, JsonNode> operations() {
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
  Map<String, JsonNode> operationsOfVigie() {
    Map<String, JsonNode> all = new TreeMap<>(operations());
    all.keySet().removeIf(name -> name.contains(" /hma/"));
    return all;
  }

  JsonNode operation(String name) {
    return Objects.requireNonNull(operations().get(name), name);
  }

  /// Finds an answer in the document: its status, its media type, and every field of its body.
  JsonNode checked(String operation, HttpResponse<String> answer) {
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

  JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }
}
