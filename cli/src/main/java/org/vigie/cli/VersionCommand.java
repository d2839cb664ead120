package org.vigie.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `./vigie version`: the same as `./vigie --version`.
@Command(name = "version", mixinStandardHelpOptions = true, header = "Print the version.")
final class VersionCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli injects it before anything else happens
  private CommandSpec command;

  @Override
  public void run() {
    command.parent().commandLine().printVersionHelp(command.commandLine().getOut());
  }
}
