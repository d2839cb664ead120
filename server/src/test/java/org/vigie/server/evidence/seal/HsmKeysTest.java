package org.vigie.server.evidence.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Data keys that an HSM wraps, by SoftHSM in processes of their own: it reads from the
/// environment where its tokens are.
@Tag("slow")
@Timeout(120)
final class HsmKeysTest {
  private static final String PIN = "5551212";

  @TempDir
  Path folder;

  private static Optional<Path> library() {
    return Stream.of(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
            "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
            "/usr/lib64/softhsm/libsofthsm2.so")
        .map(Path::of)
        .filter(Files::exists)
        .findFirst();
  }

  @BeforeEach
  void makeToken() throws Exception {
    assumeTrue(library().isPresent(), "softhsm2 is not installed, so no HSM can be tried");
    Path tokens = Files.createDirectory(folder.resolve("tokens"));
    Files.write(
        folder.resolve("softhsm2.conf"),
        List.of("directories.tokendir = " + tokens, "objectstore.backend = file"));
    run(List.of(
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "vigie",
        "--so-pin",
        "1234567",
        "--pin",
        PIN));
  }

  private List<String> run(List<String> command) throws Exception {
    return run(command, 0);
  }

  private List<String> run(List<String> command, int status) throws Exception {
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.to(err.toFile()));
    builder.environment().put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
    Process process = builder.start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).as(Files.readString(err)).isEqualTo(status);
    return lines;
  }

  private List<String> trial(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        HsmTrial.class.getName(),
        library().orElseThrow().toString(),
        PIN));
    command.addAll(List.of(arguments));
    return run(command);
  }

  @Test
  void dataKey_wrappedByAnHsm_isUnwrappedForItsObjectOnlyAndByOlderKeysToo() throws Exception {
    assertThat(trial("empty")).last().asString().contains("./vigie evidence rotate-keys");
    assertThat(trial("renew")).containsExactly("evidence-hsm-1");
    List<String> first = trial("wrap");
    assertThat(first.getFirst()).isEqualTo("evidence-hsm-1");
    assertThat(first.getLast())
        .hasSize(120)
        .doesNotContain(HexFormat.of().formatHex(HsmTrial.dataKey()));
    assertThat(trial("unwrap", first.getFirst(), first.getLast()))
        .containsExactly("same", "refused");
    assertThat(trial("renew")).containsExactly("evidence-hsm-2");
    assertThat(trial("wrap").getFirst()).isEqualTo("evidence-hsm-2");
    assertThat(trial("unwrap", first.getFirst(), first.getLast()))
        .containsExactly("same", "refused");
  }

  @Test
  void dataKey_thatTheTokenRefusesToUnwrap_isReportedAsUnavailableNotAsDamage() throws Exception {
    assertThat(trial("refuse"))
        .last()
        .asString()
        .contains("the hardware security module does not unwrap", "its token is in the slot");
  }

  /// By the token's own attributes: the key was made there, and cannot be taken out.
  @Test
  void key_ofAnHsm_cannotLeaveIt() throws Exception {
    trial("renew");
    try (Stream<Path> files = Files.walk(folder.resolve("tokens"))) {
      List<Path> keys = files
          .filter(file -> file.toString().endsWith(".object"))
          .filter(file -> !file.endsWith("token.object"))
          .toList();
      assertThat(keys).hasSize(1);
      List<String> dump = run(List.of("softhsm2-dump-file", keys.getFirst().toString()), 1);
      for (String never : List.of("CKA_NEVER_EXTRACTABLE", "CKA_ALWAYS_SENSITIVE", "CKA_LOCAL")) {
        int line = dump.indexOf(
            dump.stream().filter(each -> each.endsWith(" " + never)).findFirst().orElseThrow());
        assertThat(dump.get(line + 2)).as(never).endsWith("TRUE");
      }
    }
  }
}
