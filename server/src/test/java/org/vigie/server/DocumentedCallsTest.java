package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.Scope;
import org.vigie.server.access.keys.KeyGate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Types the examples of `docs/api`, in their order, and compares the documented answers.
@ServerTest
final class DocumentedCallsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path DOCUMENTS = Path.of("../docs/api");
  private static final Pattern BLOCK =
      Pattern.compile("(<!-- answer -->\\n)?```(sh|json)\\n(.*?)```\\n", Pattern.DOTALL);
  private static final Pattern SCOPE = Pattern.compile("--scope ([a-z-]+)");
  private static final String END = "---- end of a block";

  private final ApiKeys keys;
  private final KeyGate gate;

  @LocalServerPort
  private int port;

  @TempDir
  private Path folder = Path.of("");

  @Autowired
  DocumentedCallsTest(ApiKeys keys, KeyGate gate) {
    this.keys = keys;
    this.gate = gate;
  }

  /// Typed commands, and their documented answer; empty if there is none.
  private record Step(String commands, String answer) {}

  @Test
  void examples_typedInOrder_areAnsweredAsWritten() throws Exception {
    assumeThat(Path.of("/usr/bin/curl")).as("the examples are typed with curl").isExecutable();

    assertThat(type("scan.md")).as("answers of scan.md").isEqualTo(2);
    assertThat(type("banks.md")).as("answers of banks.md").isZero();
  }

  @Test
  void documents_withExamples_areTyped() throws IOException {
    try (var files = Files.list(DOCUMENTS)) {
      assertThat(files.filter(file -> !steps(file).isEmpty()).map(Path::getFileName))
          .map(Path::toString)
          .containsExactlyInAnyOrder("banks.md", "scan.md");
    }
  }

  /// Returns how many answers were compared.
  private int type(String document) throws Exception {
    List<Step> steps = steps(DOCUMENTS.resolve(document));
    String script = steps.stream()
        .map(step -> step.commands() + "\necho\necho '" + END + "'\n")
        .collect(Collectors.joining("", "set -euo pipefail\n", ""));
    String[] answers = run(script).split(Pattern.quote(END), -1);
    int compared = 0;
    for (int i = 0; i < steps.size(); i++) {
      if (!steps.get(i).answer().isEmpty()) {
        assertThat(answer(answers[i])).isEqualTo(answer(steps.get(i).answer()));
        compared++;
      }
    }
    return compared;
  }

  private static JsonNode answer(String text) {
    JsonNode answer = JSON.readTree(text);
    return answer instanceof ObjectNode object ? object.without("scan_id") : answer;
  }

  private static List<Step> steps(Path document) {
    List<Step> steps = new ArrayList<>();
    Matcher block = BLOCK.matcher(text(document));
    while (block.find()) {
      if (block.group(2).equals("sh")) {
        steps.add(new Step(block.group(3), ""));
      } else if (block.group(1) != null) {
        steps.add(new Step(steps.removeLast().commands(), block.group(3)));
      }
    }
    return steps;
  }

  private static String text(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs commands; every call among them has to be answered with success.
  private String run(String script) throws Exception {
    Files.writeString(folder.resolve(".curlrc"), "fail-with-body\n");
    launcher(script);
    ProcessBuilder typing = new ProcessBuilder(
            "bash", "-c", script.replace("localhost:8080", "localhost:" + port))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("out").toFile());
    typing.environment().put("CURL_HOME", folder.toString());
    Process bash = typing.start();
    assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String out = Files.readString(folder.resolve("out"));
    assertThat(bash.exitValue()).as("%s%n%s", script, out).isZero();
    return out;
  }

  /// A script that prints a key of the same scopes replaces `./vigie keys add`, which needs an
  /// installation on disk.
  private void launcher(String script) throws IOException {
    Set<Scope> scopes = SCOPE
        .matcher(script)
        .results()
        .map(found -> Scope.ofWord(found.group(1)).orElseThrow())
        .collect(Collectors.toSet());
    String key = keys.add(new Caller.Vigie(), new KeyName("documents"), scopes, ApiKeys.USUAL_RATE)
        .token()
        .text();
    gate.refresh();
    Path launcher = folder.resolve("vigie");
    Files.writeString(launcher, "#!/bin/sh\necho " + key + "\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }
}
