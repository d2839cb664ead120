package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The launcher: once with the real JVM, else with stand-ins.
@Tag("slow")
final class LauncherTest extends LauncherRuns {
  private static final String NOTHING_FOUND =
      "path\tlist\tmember\tsignal_type\tdistance\ttransform\tcause\n";

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
        .matches(".*: read as one value per line, 1 md5 value\\R"
            + "1 file, 0 matches, 0 failed, \\d+\\.\\d s\\R");
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
  void realJvm_badList_isReportedOnStandardError() throws Exception {
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
            "1 passed, 2 failed, 2 skipped",
            "the build failed (status 7)");
    assertThat(builds(copy)).singleElement().asString().endsWith("-T 3 verify -pl media");
    assertThat(run.status()).isEqualTo(7);
  }

  @Test
  void test_thatStopsEarly_endsWithTheModulesThatWereNotTested() throws Exception {
    String stopping = """
        mkdir -p media/target/surefire-reports
        echo '<testcase name="good" classname="a.B"/>' > media/target/surefire-reports/TEST-a.xml
        exit 1""";
    Path copy = copyWithFakes(stopping);
    for (String module : List.of("cli", "media", "server")) {
      Path tests = Files.createDirectories(copy.resolveSibling(module + "/src/test/java"));
      Files.createFile(tests.resolve("ATest.java"));
    }
    Path shared = Files.createDirectories(copy.resolveSibling("shared/src/test/java"));
    Files.createFile(shared.resolve("Shared.java"));
    Path slow = Files.createDirectories(copy.resolveSibling("slow-tests"));
    Files.writeString(slow.resolve("pom.xml"), "<dependenciesToScan>\n");
    for (String kind : List.of("-o", "--quick")) {
      Run run = run(copy, "test", kind);
      assertThat(run.out()).contains("1 passed, 0 failed, 0 skipped\n");
      assertThat(run.out().lines().toList().getLast())
          .isEqualTo("the build failed (status 1); not tested: cli, server, slow-tests");
      assertThat(run.status()).isEqualTo(1);
    }
  }

  @Test
  void test_quick_leavesSlowTestsOutAndSaysSo() throws Exception {
    Path copy = copyWithFakes("exit 0");
    Run run = run(copy, "test", "--quick", "-o");
    assertThat(run.out().lines().toList().getLast()).startsWith("Quick: ");
    assertThat(builds(copy))
        .singleElement()
        .asString()
        .contains("test -pl !slow-tests,!e2e,!demo -DexcludedGroups=slow")
        .endsWith(" -o");
    assertThat(run.status()).isZero();
  }
}
