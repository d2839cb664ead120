package org.vigie.server.hma.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.server.ServerTest;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.Scope;
import org.vigie.server.access.keys.KeyGate;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.hma.web.HmaTables.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Performs every row of the tables in `docs/hma.md`: on this machine without a key, and from
/// elsewhere with one, in the header and in the base URL.
@ServerTest
@Import(HmaContract.HostsOnThisMachine.class)
@TestPropertySource(properties = {"vigie.hma.max-media=1MB", "vigie.scan.deadline=1m"})
final class HmaTablesTest {
  private final int port;
  private final KnownContent known;
  private final RequestMappingHandlerMapping handlers;
  private final HmaClient local;
  private final String key;

  @Autowired
  HmaTablesTest(
      @LocalServerPort int port,
      KnownContent known,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
      ApiKeys keys,
      KeyGate gate) {
    this.port = port;
    this.known = known;
    this.handlers = handlers;
    this.local = new HmaClient(port);
    this.key = keys.add(
            new Caller.Vigie(), new KeyName("tables"), Set.of(Scope.HMA), ApiKeys.USUAL_RATE)
        .token()
        .text();
    gate.refresh();
  }

  @BeforeEach
  void waitForTheIndex() {
    while (!known.isReady()) {
      Thread.onSpinWait();
    }
  }

  @TestFactory
  Stream<DynamicTest> calls_onThisMachineWithoutAKey_answerAsWritten() {
    return performed(HmaWay.local(), "Calls", "Errors", "Intended differences");
  }

  @TestFactory
  Stream<DynamicTest> calls_fromElsewhereWithTheKeyInTheHeader_answerAsWritten() {
    return performed(
        HmaWay.local().fromElsewhere("Bearer " + key), "Calls", "Errors", "Intended differences");
  }

  @TestFactory
  Stream<DynamicTest> calls_fromElsewhereWithTheKeyInTheBaseUrl_answerAsWritten() {
    String credentials = Base64.getEncoder().encodeToString(("hma:" + key).getBytes(UTF_8));
    return performed(HmaWay.local().fromElsewhere("Basic " + credentials), "Calls");
  }

  @TestFactory
  Stream<DynamicTest> callsOfCoop_onThisMachineWithoutAKey_answerAsWritten() {
    return performed(HmaWay.coop(), "The calls of Coop");
  }

  @TestFactory
  Stream<DynamicTest> callsOfCoop_fromElsewhereThroughAProxyThatAddsAKey_answerAsWritten() {
    return performed(HmaWay.coop().fromElsewhere("Bearer " + key), "The calls of Coop");
  }

  private Stream<DynamicTest> performed(HmaWay way, String... headings) {
    HmaClient client = new HmaClient(port, way);
    return Stream.of(headings)
        .flatMap(heading -> HmaTables.below(heading).stream())
        .map(row ->
            DynamicTest.dynamicTest(row.request() + " " + row.sends(), () -> perform(row, client)));
  }

  private void perform(Row row, HmaClient client) throws Exception {
    try (HmaRowWorld world = new HmaRowWorld(local)) {
      world.check(row, client.send(world.call(row)));
    }
  }

  @Test
  void tables_haveEveryCallOfTheInterface() {
    List<String> requests = new ArrayList<>(HmaTables.all()
        .map(row -> row.method() + " " + row.path().replaceAll("\\?.*", ""))
        .toList());
    HmaTables.text()
        .lines()
        .filter(line -> line.startsWith("`GET /c/banks` lists"))
        .forEach(line ->
            requests.addAll(List.of("GET /c/banks", "GET /site-map", "GET /openapi/openapi.json")));
    List<String> missing = new ArrayList<>();
    handlers
        .getHandlerMethods()
        .keySet()
        .forEach(how -> how.getPatternValues().stream()
            .filter(path -> path.startsWith("/hma/"))
            .forEach(path -> how.getMethodsCondition().getMethods().forEach(method -> {
              String call = method + " " + path.substring("/hma".length());
              String form = call.replaceAll("\\{[a-z]+}", "[^/]+");
              if (requests.stream().noneMatch(request -> request.matches(form))) {
                missing.add(call);
              }
            })));
    assertThat(missing).isEmpty();
  }

  /// Among the answers in the tables, those to a wrong path or method belong to no call.
  @Test
  void statuses_ofTheTables_areInTheApiDocument() throws Exception {
    JsonNode paths =
        new JsonMapper().readTree(Path.of("../docs/api/openapi.json").toFile()).path("paths");
    List<String> missing = new ArrayList<>();
    HmaTables.all().filter(row -> row.status() != 405).forEach(row -> {
      String called = "/hma" + row.path().replaceAll("\\?.*", "");
      List<JsonNode> calls = paths.properties().stream()
          .filter(path -> called.matches(path.getKey().replaceAll("\\{[a-z]+}", "[^/]+")))
          .map(path -> path.getValue().path(row.method().toLowerCase(Locale.ROOT)))
          .filter(JsonNode::isObject)
          .toList();
      String status = Integer.toString(row.status());
      if (!calls.isEmpty()
          && calls.stream().noneMatch(call -> call.path("responses").has(status))) {
        missing.add(row.request() + " " + status);
      }
    });
    assertThat(missing).isEmpty();
    for (String upload : List.of("/hma/h/hash", "/hma/m/lookup", "/hma/c/bank/{name}/content")) {
      assertThat(paths.path(upload).path("post").path("responses").propertyNames())
          .as(upload)
          .contains("408", "413");
    }
  }

  @Test
  void documentOfTheCalls_hasEveryPath_eachOperationOnce() throws Exception {
    var document = local.get("/openapi/openapi.json").json();
    List<String> paths = new ArrayList<>();
    local.get("/site-map").json().forEach(path -> paths.add(path.stringValue()));
    assertThat(document.path("openapi").stringValue()).startsWith("3.0");
    assertThat(document.path("paths").propertyNames()).containsExactlyElementsOf(paths);
    List<String> ids = new ArrayList<>();
    document
        .path("paths")
        .forEach(path -> path.forEach(call -> ids.add(call.path("operationId").stringValue())));
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(30).doesNotContainNull();
    assertThat(document.at("/paths/~1m~1lookup/get/parameters").findValuesAsString("name"))
        .containsExactly("signal", "signal_type", "url", "content_type", "types", "banks", "seed");
    assertThat(document.at("/paths/~1m~1lookup/post/requestBody/content").propertyNames())
        .containsExactly("multipart/form-data");
  }

  @Test
  void banks_areListed() throws Exception {
    try (HmaRowWorld _ = new HmaRowWorld(local)) {
      assertThat(local.get("/c/banks").json().path(0).propertyNames())
          .containsExactly("name", "matching_enabled_ratio");
    }
  }
}
