package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher, run as a process: once with the real JVM, else with stand-ins that only write
/// down how they were called.
class LauncherTest {
  private static final Path LAUNCHER = Repository.ROOT.resolve("vigie");
  private static final String NOTHING_FOUND =
      "path\tlist\tmember\tsignal_type\tdistance\ttransform\tcause\n";

  private final Map<Process, ProcessBuilder> started = new HashMap<>();

  @TempDir
  private Path root;

  @BeforeEach
  void requireBash() {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "this system has no /bin/bash");
  }

  @Test
  void realJvm_throughALinkFromElsewhere_runsTheCommandAndIsQuiet() throws Exception {
    Path link = Files.createSymbolicLink(root.resolve("vigie-link"), LAUNCHER);
    Path list = Files.writeString(root.resolve("list.txt"), "d41d8cd98f00b204e9800998ecf8427e\n");
    Files.writeString(root.resolve("é.txt"), "x");
    Run run = run(
        Map.of("VIGIE_CLASS_PATH", System.getProperty("java.class.path"), "LC_ALL", "C"),
        link.toString(),
        "scan",
        "--list",
        list.toString(),
        "é.txt");
    assertThat(run.err())
        .matches(
            ".*: read as one value a line, 1 md5 value\\R1 file, 0 matches, 0 failed, \\d+\\.\\d s\\R");
    assertThat(run.out()).isEqualTo(NOTHING_FOUND);
    assertThat(run.status()).isZero();
  }

  @Test
  void realJvm_match_isExitStatusOne() throws Exception {
    Path list = Files.writeString(root.resolve("list.txt"), "d41d8cd98f00b204e9800998ecf8427e\n");
    Files.createFile(root.resolve("empty"));
    Run run = run(
        Map.of("VIGIE_CLASS_PATH", System.getProperty("java.class.path")),
        LAUNCHER.toString(),
        "scan",
        "--list",
        list.toString(),
        "empty");
    assertThat(run.out()).isEqualTo(NOTHING_FOUND + "empty\t" + list + "\tline-1\tmd5\t0\t\t\n");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void realJvm_badList_isToldOnStandardError() throws Exception {
    Path list = Files.writeString(root.resolve("list.txt"), "zz\n");
    Run run = run(
        Map.of("VIGIE_CLASS_PATH", System.getProperty("java.class.path")),
        LAUNCHER.toString(),
        "scan",
        "--list",
        list.toString(),
        "list.txt");
    assertThat(run.err()).contains(list + ":1: expected").endsWith("nothing was scanned\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void noJdk_isOneSentence() throws Exception {
    Run run = run(
        Map.of("JAVA_HOME", "/none", "VIGIE_JDK_DIRECTORY", "/none", "PATH", coreCommands()),
        LAUNCHER.toString(),
        "version");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().startsWith("vigie: needs a JDK 25");
  }

  @Test
  void jdkOfAnotherVersion_isPassedOver() throws Exception {
    Path jdks = Files.createDirectories(root.resolve("jdks"));
    fakeJdk(jdks.resolve("a-24"), "24.0.1");
    fakeJdk(jdks.resolve("b-25"), "25.0.1");
    fakeJdk(jdks.resolve("c-250"), "250");
    Run run = run(
        Map.of(
            "JAVA_HOME", jdks.resolve("a-24").toString(),
            "VIGIE_JDK_DIRECTORY", jdks.toString(),
            "VIGIE_CLASS_PATH", "x",
            "PATH", coreCommands()),
        LAUNCHER.toString(),
        "version");
    assertThat(run.out()).startsWith("java of b-25:").endsWith("org.vigie.cli.Main version\n");
  }

  @Test
  void firstStart_buildsAndLaterOnesOnlyIfSourcesAreNewer() throws Exception {
    Path copy = copyWithFakes("exit 0");
    Run first = run(copy, "version");
    assertThat(first.out()).endsWith("org.vigie.cli.Main version\n");
    assertThat(first.err()).startsWith("vigie: building cli, ");
    assertThat(builds(copy)).hasSize(1).first().asString().contains("package -pl cli -am");
    assertThat(run(copy, "version").err()).isEmpty();
    assertThat(builds(copy)).hasSize(1);
    Path source = copy.resolveSibling("media/src/main/java/A.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    run(copy, "version");
    assertThat(builds(copy)).hasSize(2);
  }

  @Test
  void jarThatIsGone_isBuiltAgain() throws Exception {
    Path copy = copyWithFakes("exit 0");
    run(copy, "version");
    Files.delete(copy.resolveSibling("cli/target/cli-0.1.0.jar"));
    run(copy, "version");
    assertThat(builds(copy)).hasSize(2);
  }

  @Test
  void folderWithAColon_isOneSentenceAndNoMatch() throws Exception {
    Path folder = Files.createDirectories(root.resolve("a:b"));
    Path copy = Files.copy(copyWithFakes("exit 0"), folder.resolve("vigie"));
    Run run = run(fakes(root.resolve("vigie")), copy.toString(), "scan");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().contains("path has a colon");
  }

  @Test
  void twoFirstStartsAtOnce_buildOnce() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/flock")), "this system has no /usr/bin/flock");
    Path copy = copyWithFakes("exit 0");
    Process first = start(fakes(copy), copy.toString(), "version");
    Process second = start(fakes(copy), copy.toString(), "version");
    assertThat(finish(first).status()).isZero();
    assertThat(finish(second).status()).isZero();
    assertThat(builds(copy)).hasSize(1);
  }

  @Test
  void buildThatFails_printsMavensOutputWithoutItsChatter() throws Exception {
    Path copy = copyWithFakes("echo '[INFO] chatter'; echo '[ERROR] broken'; exit 1");
    Run run = run(copy, "version");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("[ERROR] broken", "the build failed").doesNotContain("chatter");
  }

  @Test
  void launcherThatFails_neverSaysThatSomethingMatches() throws Exception {
    Path copy = copyWithFakes("exit 0");
    Files.createFile(copy.resolveSibling(".vigie"));
    assertThat(run(copy, "scan").status()).isEqualTo(2);
  }

  @Test
  void noMaven_isOneSentence() throws Exception {
    Path copy = copyWithFakes("exit 0");
    Files.delete(copy.resolveSibling("bin/mvn"));
    Run run = run(copy, "version");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().contains("found no mvn in PATH");
  }

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

  @Test
  void test_sumsUpAllReportsAndKeepsMavensStatus() throws Exception {
    Path copy = copyWithFakes("""
        mkdir -p media/target/surefire-reports
        cat > media/target/surefire-reports/TEST-a.xml <<'XML'
        <testsuite tests="4" errors="1" skipped="1" failures="1">
          <testcase name="good" classname="a.B" time="0.1"/>
          <testcase name="bad" classname="a.B" time="0.1">
            <failure message="x" type="y">text</failure>
          </testcase>
          <testcase name="worse" classname="a.B" time="0.1">
            <error type="y">text</error>
          </testcase>
          <testcase name="left" classname="a.B" time="0.1">
            <skipped message="no &quot;thing&quot; here"/>
          </testcase>
          <testcase name="out" classname="a.B" time="0.1">
            <skipped type="y"><![CDATA[y: Assumption failed: no other thing
        at a.B.out]]></skipped>
          </testcase>
        </testsuite>
        XML
        exit 7""");
    Path stale = Files.createDirectories(copy.resolveSibling("cli/target/surefire-reports"));
    Files.writeString(stale.resolve("TEST-old.xml"), "<testcase name=\"a\" classname=\"b\"/>\n");
    Run run = run(copy, "test", "-pl", "media");
    assertThat(run.out().lines())
        .containsExactly(
            "SKIPPED, so not checked here:",
            "  a.B.left: no \"thing\" here",
            "  a.B.out: y: Assumption failed: no other thing",
            "1 passed, 2 failed, 2 skipped");
    assertThat(builds(copy)).singleElement().asString().endsWith("verify -pl media");
    assertThat(run.status()).isEqualTo(7);
  }

  /// Makes a tree with the launcher, a fake JDK, and a fake Maven that writes down its
  /// arguments, leaves what a build leaves, then does as told.
  private Path copyWithFakes(String then) throws IOException {
    Path copy = Files.copy(LAUNCHER, root.resolve("vigie"));
    Files.createDirectories(root.resolve("cli"));
    Files.createFile(root.resolve("pom.xml"));
    Files.createFile(root.resolve("cli/pom.xml"));
    Files.createDirectories(root.resolve("media/src/main/java"));
    Files.createFile(root.resolve("media/src/main/java/A.java"));
    fakeJdk(root.resolve("jdk"), "25");
    script(root.resolve("bin/mvn"), """
        echo "$*" >> builds.txt
        mkdir -p cli/target/lib
        touch cli/target/cli-0.1.0.jar
        """ + then);
    return copy;
  }

  private static void fakeJdk(Path home, String version) throws IOException {
    script(home.resolve("bin/java"), "echo \"java of " + home.getFileName() + ": $*\"");
    script(home.resolve("bin/javac"), "");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/bash\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// Returns a directory of links to what the launcher needs besides Java and Maven.
  private String coreCommands() throws IOException {
    Path directory = Files.createDirectories(root.resolve("core"));
    for (String command : List.of(
        "awk",
        "bash",
        "basename",
        "cat",
        "cksum",
        "dirname",
        "env",
        "find",
        "flock",
        "grep",
        "locale",
        "mkdir",
        "mv",
        "readlink",
        "rm",
        "touch")) {
      for (Path bin : List.of(Path.of("/usr/bin"), Path.of("/bin"))) {
        if (Files.exists(bin.resolve(command)) && !Files.exists(directory.resolve(command))) {
          Files.createSymbolicLink(directory.resolve(command), bin.resolve(command));
        }
      }
    }
    return directory.toString();
  }

  private static List<String> builds(Path copy) throws IOException {
    return Files.readAllLines(copy.resolveSibling("builds.txt"));
  }

  private Map<String, String> fakes(Path copy) throws IOException {
    return Map.of(
        "JAVA_HOME",
        copy.resolveSibling("jdk").toString(),
        "PATH",
        copy.resolveSibling("bin") + ":" + coreCommands());
  }

  private Run run(Path copy, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(copy.toString()));
    command.addAll(List.of(arguments));
    return run(fakes(copy), command.toArray(String[]::new));
  }

  private Run run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    return finish(start(environment, command));
  }

  private Process start(Map<String, String> environment, String... command) throws IOException {
    List<String> whole = new ArrayList<>(List.of("/bin/bash"));
    whole.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(whole).directory(root.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    builder.redirectOutput(Files.createTempFile(root, "run", ".out").toFile());
    builder.redirectError(Files.createTempFile(root, "run", ".err").toFile());
    Process process = builder.start();
    started.put(process, builder);
    return process;
  }

  private Run finish(Process process) throws IOException, InterruptedException {
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("the launcher ended").isTrue();
    ProcessBuilder builder = Objects.requireNonNull(started.get(process));
    return new Run(
        process.exitValue(),
        Files.readString(builder.redirectOutput().file().toPath()),
        Files.readString(builder.redirectError().file().toPath()));
  }

  private record Run(int status, String out, String err) {}
}
