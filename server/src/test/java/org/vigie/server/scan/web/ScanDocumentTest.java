package org.vigie.server.scan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.fingerprint.DigestType;
import org.vigie.server.ServerTest;
import org.vigie.server.bank.BankKind;
import org.vigie.server.scan.MadeUpBanks;
import org.vigie.server.scan.MadeUpPolicies;
import org.vigie.server.scan.ScanWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Runs the worked examples of `docs/api/scan.md`.
@ServerTest
@Import(ScanWorld.class)
final class ScanDocumentTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String LISTED =
      "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";

  private final Api api;
  private final MadeUpBanks banks;

  @Autowired
  ScanDocumentTest(MockMvc http, MadeUpBanks banks) {
    this.api = new Api(http);
    this.banks = banks;
  }

  @BeforeEach
  void list() {
    if (banks.revision().number() == 0) {
      banks.add(
          MadeUpBanks.bank(1, "HOTLINE", BankKind.POSITIVE, MadeUpPolicies.GRAVE),
          DigestType.SHA256.parse(LISTED));
    }
  }

  private static String example(String name) throws IOException {
    Matcher block = Pattern.compile(
            "<!-- example: " + name + " -->\\n```json\\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("../docs/api/scan.md")));
    assertThat(block.find()).as("there is an example %s", name).isTrue();
    return block.group(1);
  }

  private static JsonNode json(String name) throws IOException {
    return JSON.readTree(example(name));
  }

  @Test
  void scan_asDocumented_isAnsweredAsDocumented() throws IOException {
    ObjectNode answer =
        (ObjectNode) api.scan(example("submission"), Multipart.text("hello\n")).json();

    assertThat(answer.without("scan_id").toString())
        .isEqualTo(((ObjectNode) json("scan-answer")).without("scan_id").toString());
  }

  @Test
  void lookup_asDocumented_isAnsweredAsDocumented() throws IOException {
    assertThat(api.lookUp(example("lookup")).json()).isEqualTo(json("lookup-answer"));
  }
}
