package org.vigie.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The check that every option with a range makes.
final class Ranges {
  private Ranges() {}

  static void check(CommandSpec command, String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          command.commandLine(),
          String.format("%s must be %d to %d, not %d", option, least, most, value));
    }
  }
}
