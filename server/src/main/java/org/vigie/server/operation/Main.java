package org.vigie.server.operation;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.vigie.server.operation.command.OperationCommand;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.console.ExitStatus;
import org.vigie.server.operation.console.RealErr;
import org.vigie.server.operation.control.Errands;

/// The start and end of the process: the only class that knows its streams and exit status.
public final class Main {
  private Main() {}

  /// Runs one command; the process ends with its [ExitStatus].
  public static void main(String[] arguments) {
    PrintStream err = printer(err());
    System.setErr(err);
    PrintStream out = printer(new FileOutputStream(FileDescriptor.out));
    Console console = new Console(out, err, Boolean.getBoolean("vigie.terminal.out"));
    System.exit(run(console, arguments));
  }

  private static int run(Console console, String... arguments) {
    try {
      return OperationCommand.commandLine(console, new Errands.Wherever()).execute(arguments);
    } catch (Error e) {
      e.printStackTrace(console.err());
      return ExitStatus.FAILED;
    }
  }

  private static OutputStream err() {
    return Boolean.getBoolean("vigie.real-err")
        ? new RealErr()
        : new FileOutputStream(FileDescriptor.err);
  }

  private static PrintStream printer(OutputStream stream) {
    return new PrintStream(new BufferedOutputStream(stream), true, StandardCharsets.UTF_8);
  }
}
