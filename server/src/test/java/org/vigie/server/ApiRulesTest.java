package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigie.connector.Surface;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.file.Import;
import org.vigie.server.bank.file.ImportForm;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Severity;
import org.vigie.server.report.Ground;
import org.vigie.server.scan.ScanOutcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API document against the rules that linters recommend, against the words of the code, and
/// against the copy in `docs/api`.
@Tag("slow")
@ServerTest
final class ApiRulesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path COPY = Path.of("../docs/api/openapi.json");
  private static final Path FRESH = Path.of("target/openapi.json");
  private static final Pattern OPERATION_ID = Pattern.compile("[a-z][a-zA-Z0-9]{3,40}");
  private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

  /// The linter whose recommended rules the document keeps.
  private static final String LINTER = "@redocly/cli@1.34.5";

  private final HttpClient http = HttpClient.newHttpClient();

  @LocalServerPort
  private int port;

  private JsonNode document = JSON.createObjectNode();

  @BeforeEach
  void read() throws Exception {
    URI address = URI.create("http://127.0.0.1:" + port + "/api/openapi.json");
    document =
        JSON.readTree(http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
            .body());
    Files.writeString(FRESH, document.toPrettyString() + "\n");
  }

  private Map<String, JsonNode> operations() {
    Map<String, JsonNode> all = new TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(path -> path.getValue()
            .properties()
            .forEach(call -> all.put(call.getKey() + " " + path.getKey(), call.getValue())));
    return all;
  }

  // -- the copy

  @Test
  void document_comparedWithItsCopy_isTheSame() throws IOException {
    assertThat(document)
        .as("docs/api/openapi.json is what programs rely on: read docs/api/changes.md, and if the"
            + " change is one of those, copy server/target/openapi.json there")
        .isEqualTo(JSON.readTree(Files.readString(COPY)));
  }

  // -- the rules

  @Test
  void operations_all_haveAnIdASummaryADescriptionAndATag() {
    Set<String> ids = new HashSet<>();
    Set<String> tags = new HashSet<>();
    document.path("tags").forEach(tag -> {
      assertThat(tag.path("description").asString("")).as("%s", tag).isNotBlank();
      tags.add(tag.path("name").asString());
    });
    operations().forEach((name, operation) -> {
      String id = operation.path("operationId").asString("");
      assertThat(id).as(name).matches(OPERATION_ID);
      assertThat(ids.add(id)).as("%s has an id of its own", name).isTrue();
      assertThat(operation.path("summary").asString("")).as(name).isNotBlank().hasSizeLessThan(70);
      assertThat(operation.path("description").asString("")).as(name).isNotBlank();
      assertThat(operation.path("tags")).as(name).hasSize(1);
      assertThat(tags).as(name).contains(operation.path("tags").path(0).asString());
    });
    assertThat(ids).contains("submitScan", "getScan", "listBankMembers").hasSizeGreaterThan(40);
  }

  @Test
  void operations_all_sayHowTheyAreOpenedAndRefused() {
    operations().forEach((name, operation) -> {
      assertThat(operation.path("security").isArray()).as(name).isTrue();
      operation
          .path("security")
          .forEach(way -> way.propertyNames()
              .forEach(scheme -> assertThat(
                      document.path("components").path("securitySchemes").has(scheme))
                  .as(name)
                  .isTrue()));
      assertThat(operation.path("responses").propertyNames())
          .as(name)
          .anyMatch(status -> status.startsWith("4"))
          .anyMatch(status -> status.startsWith("2"));
      operation
          .path("responses")
          .forEach(answer -> assertThat(resolved(answer).path("description").asString(""))
              .as(name)
              .isNotBlank());
    });
  }

  @Test
  void parameters_all_areDescribed_andThoseOfPathsAreInThem() {
    operations().forEach((name, operation) -> {
      Set<String> inPath = new HashSet<>();
      operation.path("parameters").forEach(parameter -> {
        String place = parameter.path("in").asString();
        assertThat(parameter.path("description").asString(""))
            .as("%s %s", name, parameter.path("name"))
            .isNotBlank();
        assertThat(place).as(name).isIn("path", "query", "header");
        if (place.equals("path")) {
          assertThat(parameter.path("required").asBoolean()).as(name).isTrue();
          inPath.add(parameter.path("name").asString());
        }
      });
      Set<String> named = new HashSet<>();
      for (Matcher each = PLACE.matcher(name); each.find(); ) {
        named.add(each.group(1));
      }
      assertThat(inPath).as(name).isEqualTo(named);
      assertThat(name).doesNotEndWith("/");
    });
  }

  @Test
  void fields_all_areDescribed() {
    List<String> bare = new ArrayList<>();
    document.path("components").path("schemas").properties().forEach(schema -> {
      if (schema.getValue().path("description").asString("").isBlank()) {
        bare.add(schema.getKey());
      }
      schema.getValue().path("properties").properties().forEach(field -> {
        if (field.getValue().path("description").asString("").isBlank()) {
          bare.add(schema.getKey() + "." + field.getKey());
        }
      });
    });
    assertThat(bare).as("add them to api/document.yaml").isEmpty();
  }

  @Test
  void components_all_areReferredTo_andEveryReferenceLeadsToOne() {
    String text = document.toString();
    Set<String> references = new HashSet<>();
    Matcher each = Pattern.compile("\"\\$ref\":\"#(/components/[^\"]+)\"").matcher(text);
    while (each.find()) {
      references.add(each.group(1));
    }
    Set<String> there = new HashSet<>();
    for (String kind : List.of("schemas", "responses")) {
      document
          .path("components")
          .path(kind)
          .propertyNames()
          .forEach(name -> there.add("/components/" + kind + "/" + name));
    }
    assertThat(there).isEqualTo(references);
  }

  @Test
  void header_ofTheDocument_namesServerLicenceAndContact() {
    assertThat(document.path("openapi").asString()).startsWith("3.1");
    assertThat(document.path("info").path("license").path("url").asString()).startsWith("https://");
    assertThat(document.path("info").path("contact").path("name").asString()).isNotBlank();
    assertThat(document.path("info").path("version").asString()).isEqualTo("1");
    assertThat(document.path("servers")).hasSize(1);
    assertThat(document.path("servers").path(0).path("url").asString()).isEqualTo("/");
  }

  @Test
  void linter_withItsRecommendedRules_findsNothing() throws Exception {
    Optional<String> npx = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "npx"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
    assumeThat(npx).as("npx, of Node.js, is not installed").isPresent();
    assumeThat(run(npx.get(), "--no", "--", LINTER, "--version").status())
        .as("the linter is not installed: npx --yes " + LINTER + " --version")
        .isZero();
    Ended ended = run(
        npx.get(),
        "--no",
        LINTER,
        "lint",
        "--extends=recommended",
        "--format=stylish",
        FRESH.toAbsolutePath().toString());
    assertThat(ended.status()).as(ended.said()).isZero();
    assertThat(ended.said()).doesNotContain("warning");
  }

  private record Ended(int status, String said) {}

  private static Ended run(String... words) throws Exception {
    Path said = Files.createTempFile("lint", ".txt");
    try {
      ProcessBuilder command = new ProcessBuilder(words)
          .redirectErrorStream(true)
          .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
          .redirectOutput(said.toFile());
      command.environment().put("REDOCLY_TELEMETRY", "off");
      Process process = command.start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return new Ended(process.exitValue(), Files.readString(said));
    } finally {
      Files.delete(said);
    }
  }

  // -- the words

  @Test
  void closedWords_ofTheDocument_areThoseOfTheCode() {
    List<String> surfaces = Arrays.stream(Surface.values()).map(Surface::word).toList();
    List<String> severities =
        Arrays.stream(Severity.values()).map(Severity::word).toList();
    List<String> statuses = words(MemberStatus.values());
    Map<String, List<String>> said = new TreeMap<>(Map.of(
        "ScanAnswer.cause",
        Arrays.stream(ScanOutcome.Cause.values()).map(ScanOutcome.Cause::word).toList(),
        "ScanAnswer.surface",
        surfaces,
        "MatchAnswer.severity",
        severities,
        "CategoryAnswer.severity",
        severities,
        "DecisionAnswer.measure",
        Arrays.stream(ContentMeasure.values()).map(ContentMeasure::word).toList(),
        "DecisionAnswer.confirmation",
        Arrays.stream(Confirmation.values()).map(Confirmation::word).toList(),
        "Bank.kind",
        words(BankKind.values()),
        "Member.status",
        statuses,
        "StatusChange.status",
        statuses,
        "Import.form",
        words(ImportForm.values())));
    said.put("Import.state", words(Import.State.values()));
    said.put(
        "NewNotice.ground", Arrays.stream(Ground.values()).map(Ground::word).toList());
    said.put("NewNotice.surface", surfaces);
    said.put("Notice.surface", surfaces);
    said.forEach((field, words) -> {
      String[] parts = field.split("\\.", 2);
      List<String> documented = new ArrayList<>();
      document
          .path("components")
          .path("schemas")
          .path(parts[0])
          .path("properties")
          .path(parts[1])
          .path("enum")
          .forEach(word -> documented.add(word.asString()));
      assertThat(documented).as(field).containsExactlyInAnyOrderElementsOf(words);
    });
  }

  private static List<String> words(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
        .toList();
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }
}
