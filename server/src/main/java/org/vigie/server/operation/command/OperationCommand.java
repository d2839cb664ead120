package org.vigie.server.operation.command;

import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.control.Errands;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The commands of the server's half of `./vigie`; the launcher sends nothing else here.
@Command(name = "./vigie", header = "Runs Vigie's server.", mixinStandardHelpOptions = true)
public final class OperationCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli injects it before anything else happens
  private CommandSpec command;

  /// Returns the whole command line, ready to execute.
  ///
  /// @param errands performs errands inside an installation
  public static CommandLine commandLine(Console console, Errands errands) {
    CommandLine line = new CommandLine(new OperationCommand())
        .addSubcommand(new RunCommand(console, OperationCommand::commandLine))
        .addSubcommand(new DoctorCommand(console))
        .addSubcommand(new BackupCommand(console, errands))
        .addSubcommand(new RestoreCommand(console))
        .addSubcommand(KeysCommand.commandLine(console, errands))
        .addSubcommand(EvidenceCommand.commandLine(console, errands));
    return CommandEdge.around(line, console);
  }

  @Override
  public void run() {
    command.commandLine().usage(command.commandLine().getOut());
  }
}
