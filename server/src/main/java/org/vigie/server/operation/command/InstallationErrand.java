package org.vigie.server.operation.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.control.Errand;
import org.vigie.server.operation.control.Errands;
import picocli.CommandLine.Mixin;

/// A command about an installation that may run: its server carries the errand out, or this process
/// if none runs.
abstract class InstallationErrand implements Callable<Integer>, Errand {
  private final Console console;
  private final Errands errands;

  @Mixin
  private InstallationOptions installation = new InstallationOptions();

  InstallationErrand(Console console, Errands errands) {
    this.console = console;
    this.errands = errands;
  }

  final Console console() {
    return console;
  }

  @Override
  public Integer call() throws IOException {
    return errands.run(installation.installation(), this, console);
  }
}
