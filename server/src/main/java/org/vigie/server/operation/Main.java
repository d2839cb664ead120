package org.vigie.server.operation;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Where the process starts and ends: the only class that knows its streams and exit status.
public final class Main {
  /// Where the launcher keeps the real standard error, while the JVM's own has its first words
  /// about the Vector API taken out.
  private static final Path REAL_ERR = Path.of("/dev/fd/3");

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
      return OperationCommand.commandLine(console).execute(arguments);
    } catch (Error e) {
      e.printStackTrace(console.err());
      return ExitStatus.FAILED;
    }
  }

  private static OutputStream err() {
    if (Boolean.getBoolean("vigie.real-err")) {
      try {
        return Files.newOutputStream(REAL_ERR, StandardOpenOption.APPEND);
      } catch (IOException _) {
        // A socket cannot be opened by name; then the words go through the launcher's filter.
      }
    }
    return new FileOutputStream(FileDescriptor.err);
  }

  private static PrintStream printer(OutputStream stream) {
    return new PrintStream(new BufferedOutputStream(stream), true, StandardCharsets.UTF_8);
  }
}
