package org.vigie.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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
    String name = command.getCommandSpec().qualifiedName(" ");
    unknownCommand(e).ifPresentOrElse(typed -> tellUnknown(typed, command), () -> {
      err.println(EscapedText.of(String.valueOf(e.getMessage())));
      UnmatchedArgumentException.printSuggestions(e, err);
    });
    err.println("'" + name + " --help' explains its use.");
    return ExitStatus.FAILED;
  }

  /// Returns the word in the place of a command that is none.
  private static Optional<String> unknownCommand(ParameterException e) {
    boolean expected = !e.getCommandLine().getSubcommands().isEmpty();
    return expected
            && e instanceof UnmatchedArgumentException unmatched
            && !unmatched.isUnknownOption()
        ? unmatched.getUnmatched().stream().findFirst()
        : Optional.empty();
  }

  private static void tellUnknown(String typed, CommandLine command) {
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName(" ");
    err.println("there is no command " + name + " " + EscapedText.of(typed));
    List<String> near = new NearWord(typed).among(command.getSubcommands().keySet());
    if (!near.isEmpty()) {
      err.println("Did you mean " + name + " " + String.join(" or " + name + " ", near) + "?");
    }
  }

  private static int failed(Exception e, CommandLine command, ParseResult arguments) {
    PrintWriter err = command.getErr();
    if (e instanceof OutputClosedException) {
      err.println("stopped: the output takes no more");
    } else {
      err.println("stopped by an error in Vigie; please report what follows");
      e.printStackTrace(err);
    }
    return ExitStatus.FAILED;
  }
}
