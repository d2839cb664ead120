package org.vigie.server.operation.control;

import org.vigie.server.operation.console.Console;
import picocli.CommandLine;

/// Makes the command line for one command, with the streams that it writes to and the errands that
/// it may run.
@FunctionalInterface
public interface CommandLines {
  /// Returns a command line that is ready to execute.
  CommandLine with(Console console, Errands errands);
}
