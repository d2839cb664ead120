package org.vigie.server.operation.command;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import org.vigie.platform.KeyRing;
import org.vigie.server.access.Caller;
import org.vigie.server.evidence.EvidenceCheck;
import org.vigie.server.evidence.WrappingKeyRotation;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.console.ExitStatus;
import org.vigie.server.operation.control.Errands;
import org.vigie.server.operation.installation.OpenInstallation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./vigie evidence`: the vault, whether or not the server runs.
@Command(
    name = "evidence",
    mixinStandardHelpOptions = true,
    header = "Verify the sealed evidence, and rotate the key that seals it.",
    description = {
      "",
      "  ./vigie evidence verify",
      "  ./vigie evidence rotate-keys",
      "",
      "Works whether or not the server runs. Never shows evidence.",
      ""
    })
final class EvidenceCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli injects it before anything else happens
  private CommandSpec command;

  static CommandLine commandLine(Console console, Errands errands) {
    return new CommandLine(new EvidenceCommand())
        .addSubcommand(new Verify(console, errands))
        .addSubcommand(new RotateKeys(console, errands));
  }

  @Override
  public void run() {
    throw new ParameterException(command.commandLine(), "choose a command: verify or rotate-keys");
  }

  /// A command about the vault.
  abstract static class AboutEvidence extends InstallationErrand {
    AboutEvidence(Console console, Errands errands) {
      super(console, errands);
    }

    static KeyRing keys(OpenInstallation open) {
      return new KeyRing(open.directory(), new SecureRandom());
    }
  }

  /// `./vigie evidence verify`.
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      header = "Verify all sealed evidence.",
      description = {
        "",
        "Unwraps each data key, unseals each object, compares it with its digests, and recomputes",
        "each custody chain. Prints one line for each defect, with the object.",
        "",
        "Exit status: 0 if everything is intact, 1 otherwise.",
        ""
      })
  static final class Verify extends AboutEvidence {
    Verify(Console console, Errands errands) {
      super(console, errands);
    }

    @Override
    public List<String> words() {
      return List.of("evidence", "verify");
    }

    @Override
    public int run(OpenInstallation open) throws IOException {
      EvidenceCheck.Findings findings = EvidenceCheck.over(
              open.dataSource(), keys(open), open.vault())
          .run(console().out()::println);
      console()
          .out()
          .printf(
              "%d sealed, %d destroyed, %d defects, %d blobs of no object%n",
              findings.objects(), findings.destroyed(), findings.defects(), findings.orphans());
      return findings.defects() == 0 ? ExitStatus.DONE : ExitStatus.WORRYING;
    }
  }

  /// `./vigie evidence rotate-keys`.
  @Command(
      name = "rotate-keys",
      mixinStandardHelpOptions = true,
      header = "Create a new key, and wrap the data key of each object with it.",
      description = {
        "",
        "The content is not sealed again: each object has its own data key, and only that is",
        "wrapped again. Older keys stay in keys/; a backup of the database may still need them.",
        "",
        "Exit status: 0 if every data key was wrapped again, 1 if one could not be unwrapped.",
        ""
      })
  static final class RotateKeys extends AboutEvidence {
    RotateKeys(Console console, Errands errands) {
      super(console, errands);
    }

    @Override
    public List<String> words() {
      return List.of("evidence", "rotate-keys");
    }

    @Override
    public int run(OpenInstallation open) {
      WrappingKeyRotation.Rotated rotated = WrappingKeyRotation.over(
              open.dataSource(), keys(open), open.vault())
          .run(new Caller.Vigie(), console().out()::println);
      console()
          .out()
          .printf(
              "%s: %d data keys wrapped again, %d could not be unwrapped%n",
              rotated.newest(), rotated.objects(), rotated.defects());
      return rotated.defects() == 0 ? ExitStatus.DONE : ExitStatus.WORRYING;
    }
  }
}
