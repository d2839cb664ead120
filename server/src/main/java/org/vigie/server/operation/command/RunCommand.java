package org.vigie.server.operation.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.control.CommandLines;
import org.vigie.server.operation.running.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./vigie run`.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    header = "Run the server, with a PostgreSQL of its own.",
    description = {
      "",
      "The very first start prints a link with which the first administrator signs up.",
      "Ctrl-C stops: requests under way are finished (up to 20 s), then the database is closed.",
      "",
      "Exit status: 2 if it cannot start or continue; standard error says why in one sentence.",
      "130 after Ctrl-C, 143 after SIGTERM.",
      ""
    })
final class RunCommand implements Callable<Integer> {
  private final Console console;
  private final CommandLines commands;

  @Mixin
  private InstallationOptions installation = new InstallationOptions();

  @Mixin
  private ListenOptions listen = new ListenOptions();

  @Option(names = "--training", hidden = true)
  private boolean training;

  RunCommand(Console console, CommandLines commands) {
    this.console = console;
    this.commands = commands;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    Run run = new Run(installation.installation(), listen.settings(), console, commands);
    return training ? run.train() : run.untilStopped();
  }
}
