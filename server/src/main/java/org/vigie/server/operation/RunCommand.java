package org.vigie.server.operation;

import java.io.IOException;
import java.util.concurrent.Callable;
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
      "Exit status: 2 if it cannot start or go on, and standard error says why in one sentence;",
      "130 after Ctrl-C, 143 after SIGTERM.",
      ""
    })
final class RunCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  private InstallationOptions installation = new InstallationOptions();

  @Mixin
  private ListenOptions listen = new ListenOptions();

  @Option(names = "--training", hidden = true)
  private boolean training;

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    Run run = new Run(installation.installation(), listen.settings(), console);
    return training ? run.train() : run.untilStopped();
  }
}
