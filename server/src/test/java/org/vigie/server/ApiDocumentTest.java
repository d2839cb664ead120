package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.vigie.server.access.OpenToAll;
import org.vigie.server.access.Requires;
import org.vigie.server.access.Scope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API document, against the handlers.
@ServerTest
final class ApiDocumentTest {
  private final RequestMappingHandlerMapping mapping;

  @LocalServerPort
  private int port;

  private DescribedApi api = new DescribedApi(new JsonMapper().createObjectNode());

  @Autowired
  ApiDocumentTest(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    this.mapping = mapping;
  }

  @BeforeEach
  void read() throws Exception {
    api = DescribedApi.at(port);
  }

  @Test
  void calls_ofEveryHandler_areDescribed() {
    Set<String> handled = new TreeSet<>();
    eachHandler((operation, _) -> handled.add(operation));

    assertThat(handled).hasSizeGreaterThan(15);
    assertThat(api.operations().keySet()).isEqualTo(handled);
  }

  @Test
  void names_ofFieldsAndParameters_areThoseOfTheJson() {
    List<String> names = new ArrayList<>();
    api.document()
        .path("components")
        .path("schemas")
        .forEach(schema -> names.addAll(schema.path("properties").propertyNames()));
    api.operations()
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
        assertThat(api.operation(operation).path("security").isArray())
            .as(operation)
            .isTrue();
        assertThat(api.operation(operation).path("security")).as(operation).isEmpty();
        return;
      }
      // Keys of HMA's clients count under HMA's own addresses alone.
      List<String> opening = Arrays.stream(Scope.values())
          .filter(scope -> scope.permissions().contains(required.value()))
          .filter(scope -> scope != Scope.HMA || operation.contains(" /hma/"))
          .map(scope -> scope.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .toList();
      List<String> said = new ArrayList<>();
      api.operation(operation).path("x-scopes").forEach(scope -> said.add(scope.asString()));

      assertThat(said).as(operation).isNotEmpty().containsExactlyElementsOf(opening);
      assertThat(api.operation(operation).path("security"))
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
    api.operationsOfVigie().forEach((name, operation) -> {
      JsonNode content = operation.path("requestBody").path("content");
      assertThat(new TreeSet<>(content.propertyNames()))
          .as(name)
          .isEqualTo(new TreeSet<>(types.getOrDefault(name, Set.of())));
      content.forEach(body -> assertThat(hasExample(body)).as(name).isTrue());
    });
  }

  private boolean hasExample(JsonNode body) {
    JsonNode schema = api.resolved(body.path("schema"));
    return body.has("example")
        || body.has("examples")
        || schema.has("example")
        || api.resolved(schema.path("properties").path("submission")).has("example");
  }

  @Test
  void problems_ofEveryCall_areDescribedOnce() {
    api.operationsOfVigie().forEach((name, operation) -> {
      assertThat(operation.path("responses").propertyNames())
          .as(name)
          .contains("400", "401", "403", "429", "503", "default")
          .anyMatch(status -> status.startsWith("2"));
      operation.path("responses").properties().forEach(answer -> {
        if (answer.getKey().startsWith("4") || answer.getKey().startsWith("5")) {
          assertThat(answer.getValue().path("$ref").asString())
              .isEqualTo("#/components/responses/problem-" + answer.getKey());
          assertThat(api.document()
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
    return new TreeSet<>(api.operation(operation).path("responses").propertyNames());
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
}
