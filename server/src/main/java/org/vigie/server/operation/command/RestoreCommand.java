package org.vigie.server.operation.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.platform.postgres.Backup;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.console.ExitStatus;
import org.vigie.server.operation.console.FileFailure;
import org.vigie.server.operation.console.RefusedException;
import org.vigie.server.operation.installation.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `./vigie restore`.
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    header = "Restore a backup to an empty or new folder.",
    description = {
      "",
      "Checks the whole file first, and never touches a folder with an installation.",
      "A backup of a demonstration stays a demonstration, which starts only with --demo.",
      ""
    })
final class RestoreCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  private InstallationOptions installation = new InstallationOptions();

  @Parameters(paramLabel = "FILE", description = "A file from ./vigie backup.")
  private Path file = Path.of("");

  RestoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Installation wanted = installation.installation();
    try {
      Backup.restore(file, wanted.folder());
    } catch (IOException e) {
      throw new RefusedException("nothing was restored: " + FileFailure.words(e), e);
    }
    console.out().println(sentenceOf(wanted));
    return ExitStatus.DONE;
  }

  private static String sentenceOf(Installation restored) {
    return restored.isMarked()
        ? "restored a demonstration with made-up content; start it with ./vigie run --demo --data "
            + restored.folder()
        : "restored; start it with ./vigie run --data " + restored.folder();
  }
}
