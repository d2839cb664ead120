package org.vigie.server.operation.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.platform.postgres.Backup;
import org.vigie.platform.postgres.EmbeddedPostgres;
import org.vigie.server.evidence.EvidenceBlobs;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.console.ExitStatus;
import org.vigie.server.operation.console.FileFailure;
import org.vigie.server.operation.console.RefusedException;
import org.vigie.server.operation.control.Errand;
import org.vigie.server.operation.control.Errands;
import org.vigie.server.operation.installation.OpenInstallation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `./vigie backup`.
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    header = "Back up the whole installation to one file, while the server runs.",
    description = {
      "",
      "The file contains the database, the sealed evidence and all keys, unencrypted. Keep it as",
      "safe as the data folder. Evidence in a bucket stays there and is not in the file.",
      "It can be restored on the same kind of machine by the same or a newer Vigie with the same",
      "PostgreSQL. Where the database is your own server, use its tools (pg_dump, pgBackRest).",
      ""
    })
final class BackupCommand implements Callable<Integer>, Errand {
  private final Console console;
  private final Errands errands;

  @Mixin
  private InstallationOptions installation = new InstallationOptions();

  @Parameters(paramLabel = "FILE", description = "A new file.")
  private Path file = Path.of("");

  BackupCommand(Console console, Errands errands) {
    this.console = console;
    this.errands = errands;
  }

  @Override
  public Integer call() throws IOException {
    return errands.run(installation.installation(), this, console);
  }

  @Override
  public List<String> words() {
    return List.of("backup", "--", file.toAbsolutePath().toString());
  }

  @Override
  public int run(OpenInstallation open) {
    EmbeddedPostgres postgres = open.postgres()
        .orElseThrow(
            () -> new RefusedException(
                "the database is your own server: back it up with its"
                    + " tools (pg_dump, pgBackRest), together with the folders keys and blobs of the data directory"));
    try {
      new Backup(InstantSource.system()).make(postgres, file);
      console.out().println(file.toAbsolutePath() + ": " + Files.size(file) + " bytes");
      EvidenceBlobs.place(open.vault()).ifPresent(this::warn);
    } catch (IOException e) {
      throw new RefusedException("no backup was made: " + FileFailure.words(e), e);
    }
    return ExitStatus.DONE;
  }

  private void warn(String bucket) {
    console
        .out()
        .println("Not included: the sealed evidence in the " + bucket
            + ". Keep versions or copies of it there, and use them with this file.");
  }
}
