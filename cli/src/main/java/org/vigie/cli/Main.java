package org.vigie.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.vigie.media.LumaSources;

/// Where the process starts and ends: the only class that knows its streams and exit status.
public final class Main {
  private Main() {}

  /// Runs one command; the process ends with its [ExitStatus].
  public static void main(String[] arguments) {
    Console console = new Console(
        stream(FileDescriptor.out, false),
        stream(FileDescriptor.err, true),
        Boolean.getBoolean("vigie.terminal"));
    System.exit(run(console, arguments));
  }

  /// Left alone, an error would end the JVM with status 1, which says that something was found.
  private static int run(Console console, String... arguments) {
    try {
      return VigieCommand.commandLine(console, LumaSources.inProcess()).execute(arguments);
    } catch (Error e) {
      e.printStackTrace(console.err());
      return ExitStatus.FAILED;
    }
  }

  private static PrintStream stream(FileDescriptor descriptor, boolean flushLines) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)),
        flushLines,
        StandardCharsets.UTF_8);
  }
}
