package org.vigie.server.hma.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.vigie.server.ServerTest;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.hma.web.HmaClient.Answer;
import org.vigie.server.hma.web.HmaClient.Part;
import org.vigie.server.hma.web.HmaTables.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Coop's calls in `docs/hma.md`, made by `fetch` of a real Node.js, where there is one.
@ServerTest
@Import(HmaContract.HostsOnThisMachine.class)
@TestPropertySource(properties = {"vigie.hma.max-media=1MB", "vigie.scan.deadline=1m"})
final class CoopOnNodeTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final HmaClient local;
  private final String base;
  private final KnownContent known;

  @TempDir
  private Path folder = Path.of("");

  @Autowired
  CoopOnNodeTest(@LocalServerPort int port, KnownContent known) {
    this.local = new HmaClient(port);
    this.base = "http://localhost:" + port + "/hma/";
    this.known = known;
  }

  @BeforeEach
  void prepare() throws IOException {
    assumeThat(hasNode()).as("node with fetch (18 or later) is on the path").isTrue();
    while (!known.isReady()) {
      Thread.onSpinWait();
    }
    try (InputStream script =
        Objects.requireNonNull(CoopOnNodeTest.class.getResourceAsStream("/hma/fetch.mjs"))) {
      Files.copy(script, folder.resolve("fetch.mjs"));
    }
  }

  private static boolean hasNode() {
    try {
      return new ProcessBuilder("node", "-e", "process.exit(typeof fetch === 'function' ? 0 : 1)")
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void callsOfCoop_madeByNode_answerAsWritten() throws Exception {
    List<Row> rows = HmaTables.below("The calls of Coop");
    assertThat(rows).hasSizeGreaterThan(15);
    for (Row row : rows) {
      try (HmaRowWorld world = new HmaRowWorld(local)) {
        world.check(row, fetched(world.call(row)));
      }
    }
  }

  @Test
  void fetch_ofAnAddressWithAKey_isRefusedByNodeItself() throws Exception {
    String withKey = base.replace("http://", "http://hma:key@");
    HmaRowWorld.Call call = new HmaRowWorld.Call("GET", "/c/banks", "", List.of());
    assertThat(run(asJson(withKey, call))).contains("includes credentials");
  }

  private Answer fetched(HmaRowWorld.Call call) throws Exception {
    String out = run(asJson(base, call));
    JsonNode answer = JSON.readTree(out);
    return new Answer(answer.path("status").intValue(), answer.path("body").stringValue(out));
  }

  private static String asJson(String root, HmaRowWorld.Call call) {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("method", call.method());
    asked.put("url", root + call.path());
    asked.put("json", call.json());
    asked.put("form", call.form().stream().map(CoopOnNodeTest::part).toList());
    return JSON.writeValueAsString(asked);
  }

  private static Map<String, String> part(Part part) {
    String content = Base64.getEncoder().encodeToString(part.content());
    return Map.of("name", part.name(), "file", part.file(), "content", content);
  }

  private String run(String asked) throws Exception {
    Path out = folder.resolve("out");
    Process node = new ProcessBuilder("node", folder.resolve("fetch.mjs").toString())
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start();
    try (var in = node.outputWriter(StandardCharsets.UTF_8)) {
      in.write(asked);
    }
    assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out);
  }
}
