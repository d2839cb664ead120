package org.vigie.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vigie.media.LumaSource;
import org.vigie.media.LumaSources;

/// One command, run in this process.
record CommandLineRun(int status, String out, String err) {
  static CommandLineRun of(String... arguments) {
    return with(LumaSources.inProcess(), arguments);
  }

  static CommandLineRun with(LumaSource source, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false);
    int status = VigieCommand.commandLine(console, source).execute(arguments);
    return new CommandLineRun(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// Returns the rows, header first, cells separated by `|` and the given prefix of paths cut off.
  List<String> rows(Object prefix) {
    return out.lines()
        .map(line -> line.replace(prefix + "/", "").replace('\t', '|'))
        .toList();
  }
}
