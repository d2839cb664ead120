package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Runs the launcher as a process, mostly with stand-ins for the JVM and for Maven that only
/// write down how they were called.
abstract class LauncherRuns {
  static final Path LAUNCHER = Repository.ROOT.resolve("vigie");

  private final Map<Process, ProcessBuilder> started = new HashMap<>();

  @TempDir
  Path root;

  @BeforeEach
  void requireBash() {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "this system has no /bin/bash");
  }

  /// Makes a tree with the launcher, a fake JDK, and a fake Maven that writes down its
  /// arguments, leaves the files of a build, then runs `then`.
  Path copyWithFakes(String then) throws IOException {
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

  static void fakeJdk(Path home, String version) throws IOException {
    script(home.resolve("bin/java"), "echo \"java of " + home.getFileName() + ": $*\"");
    script(home.resolve("bin/javac"), "");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/bash\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// Returns a directory of links to the programs that the launcher needs besides Java and Maven.
  String coreCommands() throws IOException {
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

  static List<String> builds(Path copy) throws IOException {
    return Files.readAllLines(copy.resolveSibling("builds.txt"));
  }

  Map<String, String> fakes(Path copy) throws IOException {
    return Map.of(
        "JAVA_HOME",
        copy.resolveSibling("jdk").toString(),
        "PATH",
        copy.resolveSibling("bin") + ":" + coreCommands());
  }

  Run run(Path copy, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(copy.toString()));
    command.addAll(List.of(arguments));
    return run(fakes(copy), command.toArray(String[]::new));
  }

  Run run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    return finish(start(environment, command));
  }

  Process start(Map<String, String> environment, String... command) throws IOException {
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

  Run finish(Process process) throws IOException, InterruptedException {
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("the launcher ended").isTrue();
    ProcessBuilder builder = Objects.requireNonNull(started.get(process));
    return new Run(
        process.exitValue(),
        Files.readString(builder.redirectOutput().file().toPath()),
        Files.readString(builder.redirectError().file().toPath()));
  }

  record Run(int status, String out, String err) {}
}
