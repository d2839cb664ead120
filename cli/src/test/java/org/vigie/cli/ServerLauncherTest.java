package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The launcher, where a command is one of the server's.
@Tag("slow")
final class ServerLauncherTest extends LauncherRuns {
  @Test
  void run_isTheServersWithJarsOneByOneAndAQuietJvm() throws Exception {
    Path copy = copyWithFakes("""
        mkdir -p server/target/lib
        touch server/target/server-0.1.0.jar server/target/lib/b.jar server/target/lib/a.jar""");
    Run run = run(copy, "run", "--port", "9");
    Path target = copy.resolveSibling("server/target");
    assertThat(run.out())
        .contains(
            "--add-modules jdk.incubator.vector",
            "-cp " + target + "/server-0.1.0.jar:" + target + "/lib/a.jar:" + target
                + "/lib/b.jar ")
        .endsWith("org.vigie.server.operation.Main run --port 9\n");
    assertThat(builds(copy)).singleElement().asString().contains("package -pl server -am");
  }

  @Test
  void help_ofACommandOfTheServers_isTheServersOwn() throws Exception {
    Path copy = copyWithFakes("""
        mkdir -p server/target/lib
        touch server/target/server-0.1.0.jar server/target/lib/a.jar""");
    assertThat(run(copy, "help", "run").out())
        .endsWith("org.vigie.server.operation.Main run --help\n");
    assertThat(run(copy, "help", "keys", "add").out())
        .endsWith("org.vigie.server.operation.Main keys add --help\n");
    assertThat(run(copy, "help", "scan").out()).endsWith("org.vigie.cli.Main help scan\n");
  }

  @Test
  void commandAfterADemonstration_usesItsJarsAndARealServerDoesNot() throws Exception {
    Path copy = copyWithFakes("""
        mkdir -p demo/target/lib server/target/lib
        touch demo/target/demo-0.1.0.jar demo/target/lib/a.jar
        touch server/target/server-0.1.0.jar server/target/lib/a.jar""");
    run(copy, "run", "--demo");
    Run keys = run(copy, "keys", "list", "--demo");
    assertThat(keys.out())
        .contains("-cp " + copy.resolveSibling("demo/target/demo-0.1.0.jar"))
        .endsWith("org.vigie.server.operation.Main keys list --demo\n");
    assertThat(keys.err()).isEmpty();
    assertThat(builds(copy)).singleElement().asString().contains("package -pl demo -am");
    assertThat(run(copy, "run").out())
        .contains("-cp " + copy.resolveSibling("server/target/server-0.1.0.jar"));
    assertThat(builds(copy)).hasSize(2).last().asString().contains("package -pl server -am");
  }

  @Test
  void run_withoutAStartCache_saysWhereOneBelongsAndUsesItOnceItIsThere() throws Exception {
    Path copy = copyWithFakes("""
        mkdir -p server/target/lib
        touch server/target/server-0.1.0.jar server/target/lib/a.jar""");
    Matcher wanted = Pattern.compile("-Dvigie\\.aot\\.wanted=(\\S+)")
        .matcher(run(copy, "run").out());
    assertThat(wanted.find()).as("a place for the cache").isTrue();
    Path cache = Files.createFile(Path.of(wanted.group(1)));
    assertThat(run(copy, "run").out()).contains("-XX:AOTCache=" + cache).doesNotContain("wanted");
    Path jar = copy.resolveSibling("server/target/lib/a.jar");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(run(copy, "run").out()).contains("-Dvigie.aot.wanted=" + cache);
    assertThat(cache).doesNotExist();
  }

  @Test
  void server_whatTheJvmSaysOfVectors_isTakenOutOfStandardErrorAndNothingElseIs() throws Exception {
    Path copy = copyWithFakes("""
        mkdir -p server/target/lib
        touch server/target/server-0.1.0.jar server/target/lib/a.jar""");
    script(copy.resolveSibling("jdk/bin/java"), """
        echo 'WARNING: Using incubator modules: jdk.incubator.vector' >&2
        echo 'before' >&2
        echo 'past the filter' >&3
        exit 143""");
    Run run = run(copy, "doctor");
    assertThat(run.status()).isEqualTo(143);
    assertThat(run.err()).contains("past the filter\n").doesNotContain("incubator");
  }
}
