package org.vigie.server.operation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.platform.DataDirectory;
import org.vigie.server.evidence.EvidenceSettings;
import org.vigie.server.evidence.seal.HsmSettings;
import org.vigie.server.evidence.vault.BlobSettings;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.control.Errands;
import org.vigie.server.operation.control.Holder;
import org.vigie.server.operation.doctor.EvidenceStoreCheck;
import org.vigie.server.operation.doctor.IndexCheck;
import org.vigie.server.operation.doctor.MarkCheck;
import org.vigie.server.operation.doctor.Outcome;
import org.vigie.server.operation.installation.Installation;

/// The output of commands that need no server or database.
final class CommandsTest {
  private static final HsmSettings RING = new HsmSettings("", 0, "", "");

  @TempDir
  private Path root;

  @ParameterizedTest
  @ValueSource(strings = {"99999", "abc", "-1", "8080x", "4294967376"})
  void port_thatIsNone_isOneSentenceAndStatusTwo(String port) {
    Said said = execute("run", "--port=" + port, "--data=" + root.resolve("data"));
    assertThat(said.err())
        .isEqualTo(
            "vigie: --port " + port + " is not a port: use 0 to 65535, 0 for any free one\n");
    assertThat(said.status()).isEqualTo(2);
    assertThat(root.resolve("data")).doesNotExist();
  }

  @Test
  void keys_whileTheServerIsStarting_saysWaitAndTryAgain() {
    try (DataDirectory _ = installation(false).open()) {
      Said said = execute("keys", "list", "--data=" + root.resolve("data"));
      assertThat(said.err())
          .startsWith("vigie: the Vigie process that holds the data directory")
          .contains(root.resolve("data").toString(), "starting", "then try again");
      assertThat(said.status()).isEqualTo(2);
    }
  }

  @Test
  void keys_unknownWord_isRefusedWithTheKnownOnes() {
    Said said = execute("keys", "lst");
    assertThat(said.err()).contains("lst", "commands: add, list, revoke, rotate");
    assertThat(said.status()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "add --name=a --scope=scan --expires=2020-01-01; --expires",
        "add --name=a --scope=scan --expires=soon; --expires",
        "add --name=a --scope=scan --network=example.org; 192.0.2.0/24 or 2001:db8::/32",
        "add --name=a --scope=scan --network=192.0.2.7/24; use 192.0.2.0/24",
        "add --name=a --scope=flag,scan; make another key for the other scopes",
        "add --name=a --scope=flag --test; no call of flag has a test mode",
        "add --name=a --scope=metrics,banks-read --test; use scan, hma or notices",
        "rotate abcdefghijkl --old-for=91; from 0 to 90",
        "rotate abcdefghijkl --end-old --expires=2190-01-01; --end-old",
      })
  void keys_withALimitThatIsNone_sayWhatToWrite(String words, String told) {
    Said said = execute(("keys " + words).split(" ", -1));
    assertThat(said.err()).contains(told);
    assertThat(said.status()).isEqualTo(2);
  }

  @Test
  void holder_thatIsNoServer_isSilentAndNotTakenForAFreePort() {
    assertThat(Holder.of(installation(false))).isEqualTo(new Holder.Nobody());
    try (DataDirectory _ = installation(false).open()) {
      Holder holder = Holder.of(installation(false));
      assertThat(holder).isEqualTo(new Holder.Silent());
      assertThat(new IndexCheck(holder).examine()).isInstanceOf(Outcome.Worrying.class);
    }
    assertThat(Holder.of(installation(false))).isEqualTo(new Holder.Nobody());
  }

  @Test
  void data_ofADemonstrationAskedForAsReal_isBrokenAndSaysHowToMend() {
    installation(true).open().close();
    assertThat(new MarkCheck(installation(true)).examine())
        .isEqualTo(new Outcome.Fine(root.resolve("data") + " holds a demonstration"));
    assertThat(new MarkCheck(installation(false)).examine())
        .isEqualTo(new Outcome.Broken(
            root.resolve("data") + " holds a demonstration",
            "add --demo, or give another folder with --data"));
  }

  @Test
  void data_ofARealInstallationAskedForAsADemonstration_isBroken() {
    assertThat(new MarkCheck(installation(true)).examine()).isInstanceOf(Outcome.Fine.class);
    installation(false).open().close();
    assertThat(new MarkCheck(installation(true)).examine()).isInstanceOf(Outcome.Broken.class);
  }

  @Test
  void evidence_inABucketThatDoesNotAnswer_isBrokenAndSaysWhichAndWhatToDo() {
    BlobSettings bucket = new BlobSettings(
        "evidence", "http://127.0.0.1:1", "us-east-1", "", true, "madeup", "madeupsecret", "");
    Path blobs = root.resolve("data/blobs");
    assertThat(new EvidenceStoreCheck(new EvidenceSettings(blobs, bucket, RING)).examine())
        .isInstanceOfSatisfying(
            Outcome.Broken.class,
            broken -> assertThat(broken.mend())
                .contains("bucket evidence at http://127.0.0.1:1", "check that the store runs")
                .doesNotContain("madeup"));
    assertThat(root.resolve("data")).doesNotExist();
  }

  @Test
  void evidence_underAnHsmThatIsNotThere_isBrokenAndSaysWhatToDo() {
    BlobSettings folder = new BlobSettings("", "", "us-east-1", "", false, "", "", "");
    HsmSettings module = new HsmSettings(root.resolve("none.so").toString(), 0, "madeup", "");
    assertThat(new EvidenceStoreCheck(new EvidenceSettings(root, folder, module)).examine())
        .isInstanceOfSatisfying(
            Outcome.Broken.class,
            broken -> assertThat(broken.mend())
                .contains("none.so", "check that its library is there")
                .doesNotContain("madeup"));
  }

  private Installation installation(boolean demo) {
    return new Installation(root.resolve("data"), Optional.empty(), demo);
  }

  private record Said(int status, String out, String err) {}

  private static Said execute(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false);
    int status = OperationCommand.commandLine(console, new Errands.Wherever()).execute(words);
    return new Said(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
