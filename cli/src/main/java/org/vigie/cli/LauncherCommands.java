package org.vigie.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Commands that the launcher carries out itself, here for their help and for suggestions.
final class LauncherCommands {
  private LauncherCommands() {}

  /// Says that the launcher was bypassed.
  abstract static class ByLauncher implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before anything else happens
    private CommandSpec command;

    @Parameters(paramLabel = "ARG", arity = "0..*", hidden = true)
    private String[] arguments = {};

    @Override
    public Integer call() {
      command
          .commandLine()
          .getErr()
          .println("start this with ./vigie " + command.name() + " " + String.join(" ", arguments));
      return ExitStatus.FAILED;
    }
  }

  /// `./vigie test`.
  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      header = "Build everything and run all checks; needs the sources.",
      description = {
        "",
        "Runs mvn verify on JDK 25 and closes with one line: N passed, N failed, N skipped.",
        "Arguments go to Maven: ./vigie test -pl cli -am",
        "",
        "  ./vigie test --quick   leaves out servers, processes, long kernels and pages",
        "",
        "Exit status: Maven's."
      })
  static final class Test extends ByLauncher {}

  /// `./vigie bench`.
  @Command(
      name = "bench",
      mixinStandardHelpOptions = true,
      header = "Run the benchmarks; needs the sources and a quiet machine.",
      description = {
        "",
        "  ./vigie bench fingerprint   times pictures to PDQ, in memory and as JPEG files",
        "  ./vigie bench index         times exact search, and checks its answers",
        "  ./vigie bench http          times a server's look-ups, scans and imports",
        "  ./vigie bench crowd         times scans while strangers open pages",
        "  ./vigie bench doors         measures what one caller can cost at every door",
        "  ./vigie bench review        times claims and decisions",
        "  ./vigie bench lead          times the pages of figures",
        "  ./vigie bench enforce       measures actions a second in a messenger",
        "",
        "Prints one measurement per line, as JSON. ./vigie bench index --help explains one.",
        ""
      })
  static final class Bench extends ByLauncher {}

  /// `./vigie run`.
  @Command(
      name = "run",
      mixinStandardHelpOptions = true,
      header = "Run the server, with a PostgreSQL of its own.",
      description = "./vigie run --help explains its options.")
  static final class Run extends ByLauncher {}

  /// `./vigie doctor`.
  @Command(
      name = "doctor",
      mixinStandardHelpOptions = true,
      header = "Check the installation, and explain how to fix each problem.",
      description = "./vigie doctor --help explains its options.")
  static final class Doctor extends ByLauncher {}

  /// `./vigie backup`.
  @Command(
      name = "backup",
      mixinStandardHelpOptions = true,
      header = "Back up the whole installation to one file, while the server runs.",
      description = "./vigie backup --help explains its options.")
  static final class Backup extends ByLauncher {}

  /// `./vigie restore`.
  @Command(
      name = "restore",
      mixinStandardHelpOptions = true,
      header = "Restore a backup.",
      description = "./vigie restore --help explains its options.")
  static final class Restore extends ByLauncher {}

  /// `./vigie keys`.
  @Command(
      name = "keys",
      mixinStandardHelpOptions = true,
      header = "Add, list, rotate and revoke the API keys of programs.",
      description = "./vigie keys --help explains its options.")
  static final class Keys extends ByLauncher {}

  /// `./vigie evidence`.
  @Command(
      name = "evidence",
      mixinStandardHelpOptions = true,
      header = "Verify the sealed evidence, and rotate the key that seals it.",
      description = "./vigie evidence --help explains its options.")
  static final class Evidence extends ByLauncher {}
}
