package org.vigie.server.operation.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.console.ExitStatus;
import org.vigie.server.operation.console.FailureSentence;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The edge of the command line, where exceptions become words and an exit status.
final class CommandEdge {
  private static final int HELP_COLUMNS = 100;

  private CommandEdge() {}

  static CommandLine around(CommandLine line, Console console) {
    return line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setUsageHelpWidth(HELP_COLUMNS)
        .setParameterExceptionHandler(CommandEdge::misused)
        .setExecutionExceptionHandler(CommandEdge::failed);
  }

  private static int misused(ParameterException e, String... arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      tellUnmatched(unmatched);
    }
    String name = command.getCommandSpec().qualifiedName(" ");
    err.println("'" + name + " --help' explains its use.");
    return ExitStatus.FAILED;
  }

  private static void tellUnmatched(UnmatchedArgumentException e) {
    CommandLine command = e.getCommandLine();
    if (e.isUnknownOption() || command.getSubcommands().isEmpty()) {
      UnmatchedArgumentException.printSuggestions(e, command.getErr());
    } else {
      command
          .getErr()
          .println("commands: " + String.join(", ", command.getSubcommands().keySet()));
    }
  }

  private static int failed(Exception e, CommandLine command, ParseResult arguments) {
    PrintWriter err = command.getErr();
    FailureSentence.of(e).ifPresentOrElse(sentence -> err.println("vigie: " + sentence), () -> {
      err.println("stopped by an error in Vigie; please report what follows");
      e.printStackTrace(err);
    });
    return ExitStatus.FAILED;
  }
}
