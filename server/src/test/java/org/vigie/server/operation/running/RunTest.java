package org.vigie.server.operation.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.testkit.Step.step;

import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.server.operation.installation.Installation;
import org.vigie.testkit.LaunchedServer;

/// The commands of an operator, by the real launcher, from the first start to a restored backup.
@Tag("slow")
final class RunTest {
  @TempDir
  private Path root;

  @Test
  void server_fromFirstStartToRestoredBackup_doesAsDocumented() throws Exception {
    Path data = root.resolve("data");
    try (LaunchedServer server = LaunchedServer.start(data)) {
      assertThat(status(server, "/health/ready")).isEqualTo(200);
      step("a second start is refused", () -> secondStartIsRefused(data));
      step("the doctor asks the server", () -> doctorAsksTheServer(server, data));
      step("a key is added", () -> keyIsAdded(data));
      step("a backup is made", () -> backup(data));
      assertThat(server.terminate()).isEqualTo(143);
    }
    assertThat(data.resolve("postgres/data/postmaster.pid")).doesNotExist();
    step("a key is revoked without a server", () -> keyIsRevokedWithoutAServer(data));
    step("the restored installation has the key", this::restoredInstallationHasTheKey);
  }

  @Test
  void demo_overARealInstallation_isOneSentenceAndStatusTwo() throws Exception {
    new Installation(root.resolve("data"), Optional.empty(), false).open().close();
    LaunchedServer.Ended ended = run("run", "--demo", "--port=0", root.resolve("data"));
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .startsWith("vigie: the data directory ")
        .contains("real installation");
    assertThat(ended.status()).isEqualTo(2);
  }

  @Test
  void backupOfADemonstration_restored_isADemonstration() throws Exception {
    Path data = root.resolve("data");
    new Installation(data, Optional.empty(), true).open().close();
    String file = root.resolve("backup.zip").toString();
    assertThat(run("backup", "--demo", file, data).status()).isZero();
    Path other = root.resolve("other");
    assertThat(run("restore", file, other).out())
        .startsWith("restored a demonstration")
        .endsWith("./vigie run --demo --data " + other + "\n");
    LaunchedServer.Ended ended = run("run", "--port=0", other);
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .contains("holds a demonstration, where real content must not go: add --demo");
    assertThat(ended.status()).isEqualTo(2);
  }

  @Test
  void restore_ofAFileThatIsNotThere_namesIt() throws Exception {
    Path absent = root.resolve("none.zip");
    LaunchedServer.Ended ended = run("restore", absent, root.resolve("other"));
    assertThat(ended.err()).isEqualTo("vigie: nothing was restored: there is no " + absent + "\n");
    assertThat(ended.status()).isEqualTo(2);
  }

  @Test
  void externalDatabaseThatIsNotThere_isOneSentenceAndStatusTwo() throws Exception {
    Path config = Files.writeString(
        root.resolve("c.yaml"), "vigie.database.url: jdbc:postgresql://127.0.0.1:1/x\n");
    LaunchedServer.Ended ended = run("run", "--port=0", "--config=" + config, root.resolve("data"));
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .startsWith("vigie: the database at vigie.database.url does not let Vigie in");
    assertThat(ended.status()).isEqualTo(2);
  }

  @Test
  void setting_thatDoesNotExist_isOneSentenceAndStatusTwo() throws Exception {
    Path config = Files.writeString(root.resolve("c.yaml"), "vigie.http.prot: 80\n");
    LaunchedServer.Ended ended = run("run", "--port=0", "--config=" + config, root.resolve("data"));
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .startsWith("vigie: there is no setting vigie.http.prot");
    assertThat(ended.status()).isEqualTo(2);
    assertThat(root.resolve("data")).as("what was begun").doesNotExist();
  }

  @Test
  void doctor_beforeTheFirstStart_triesADatabaseAndLeavesNothing() throws Exception {
    Path data = root.resolve("data");
    LaunchedServer.Ended ended = run("doctor", "--json", data);
    assertThat(ended.out().lines())
        .hasSize(10)
        .anyMatch(
            line -> line.contains("\"check\":\"PostgreSQL\",\"state\":\"fine\",\"seen\":\"18."));
    assertThat(data).doesNotExist();
  }

  private void doctorAsksTheServer(LaunchedServer server, Path data) throws Exception {
    String place = "127.0.0.1:" + server.address("/").getPort();
    assertThat(run("doctor", data).out().lines())
        .contains("fine      port        " + place + " is in use by this Vigie, which runs")
        .contains("fine      index       loaded; the server that runs is ready")
        .contains("fine      data        " + data + " holds a real installation");
  }

  private void keyIsAdded(Path data) throws Exception {
    LaunchedServer.Ended added = run("keys", "add", "--name=gate", "--scope=scan", data);
    assertThat(added.out()).matches("vigie_[a-z2-7]{12}_[a-z2-7]{52}\n");
    assertThat(added.status()).isZero();
    assertThat(run("keys", "list", data).out()).contains("\tgate\tscan\t1000\t");
  }

  private void secondStartIsRefused(Path data) throws Exception {
    LaunchedServer.Ended second = run("run", "--port=0", data);
    assertThat(second.err().lines())
        .singleElement()
        .asString()
        .startsWith("vigie: the data directory ")
        .contains("is in use by the Vigie process ");
    assertThat(second.status()).isEqualTo(2);
  }

  private void backup(Path data) throws Exception {
    Path file = root.resolve("backup.zip");
    LaunchedServer.Ended first = run("backup", file.toString(), data);
    assertThat(first.out()).startsWith(file.toString());
    assertThat(first.status()).isZero();
    LaunchedServer.Ended second = run("backup", file.toString(), data);
    assertThat(second.err()).startsWith("vigie: no backup was made:").contains("is there already");
    assertThat(second.status()).isEqualTo(2);
  }

  private void keyIsRevokedWithoutAServer(Path data) throws Exception {
    String id = run("keys", "list", data)
        .out()
        .lines()
        .skip(1)
        .findFirst()
        .orElseThrow()
        .split("\t", -1)[0];
    assertThat(run("keys", "rotate", id, data).err())
        .containsPattern("works until \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ; keep");
    LaunchedServer.Ended again = run("keys", "rotate", id, data);
    assertThat(again.err()).containsPattern("works until [^.]*:\\d\\dZ, and a key has at most two");
    assertThat(again.status()).isEqualTo(2);
    assertThat(run("keys", "revoke", id, data).out()).isEqualTo("key " + id + " revoked\n");
    assertThat(run("keys", "revoke", id, data).out())
        .isEqualTo("key " + id + " was already revoked\n");
    assertThat(run("keys", "revoke", "none", data).status()).isEqualTo(2);
  }

  private void restoredInstallationHasTheKey() throws Exception {
    Path other = root.resolve("other");
    assertThat(run("restore", root.resolve("backup.zip").toString(), other).status())
        .isZero();
    assertThat(run("keys", "list", other).out().lines().skip(1))
        .as("the key, as it was before it was revoked")
        .singleElement()
        .asString()
        .matches(".*\tgate\tscan\t1000\t[^\t]+\t\t\tin-force\t\t\t\t\tfalse");
    assertThat(run("restore", root.resolve("backup.zip").toString(), other).status())
        .isEqualTo(2);
  }

  /// Runs a command, its last word the data directory.
  private LaunchedServer.Ended run(Object... words) throws Exception {
    String[] command = new String[words.length];
    for (int i = 0; i < words.length - 1; i++) {
      command[i] = words[i].toString();
    }
    command[words.length - 1] = "--data=" + words[words.length - 1];
    return LaunchedServer.run(root, command);
  }

  private static int status(LaunchedServer server, String path) throws Exception {
    return ((HttpURLConnection) server.address(path).toURL().openConnection()).getResponseCode();
  }
}
