package org.vigie.cli;

import org.vigie.media.LumaSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `./vigie`: the command that all others are part of; alone, it prints its help.
@Command(
    name = "./vigie",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Vigie finds known content: as a server, and in files.",
    description = {
      "",
      "Start with:",
      "  ./vigie run",
      "  ./vigie hash PICTURE",
      "  ./vigie scan --list LIST FOLDER",
      ""
    },
    commandListHeading = "Commands:%n",
    footer = {"", "./vigie help COMMAND explains a command."},
    subcommands = HelpCommand.class)
final class VigieCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli injects it before anything else happens
  private CommandSpec command;

  /// Returns the whole command line, ready to execute.
  static CommandLine commandLine(Console console, LumaSource source) {
    CommandLine line = new CommandLine(new VigieCommand())
        .addSubcommand(new LauncherCommands.Run())
        .addSubcommand(new LauncherCommands.Keys())
        .addSubcommand(new LauncherCommands.Evidence())
        .addSubcommand(new LauncherCommands.Doctor())
        .addSubcommand(new LauncherCommands.Backup())
        .addSubcommand(new LauncherCommands.Restore())
        .addSubcommand(new HashCommand(console, source))
        .addSubcommand(new ScanCommand(console, source))
        .addSubcommand(new LauncherCommands.Test())
        .addSubcommand(new LauncherCommands.Bench())
        .addSubcommand(new VersionCommand());
    line.getSubcommands()
        .values()
        .forEach(each -> each.getCommandSpec().versionProvider(new Version()));
    return CommandEdge.around(line, console);
  }

  @Override
  public void run() {
    command.commandLine().usage(command.commandLine().getOut());
  }
}
