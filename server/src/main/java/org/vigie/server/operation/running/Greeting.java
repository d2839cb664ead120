package org.vigie.server.operation.running;

import java.io.PrintStream;
import java.util.Locale;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.installation.Installation;

/// Prints the first information for people when the server is ready.
///
/// If standard output is the log, this goes to standard error.
record Greeting(Console console, Installation installation, RunningServer server) {
  private static final double MILLISECONDS = 1000;

  void print() {
    PrintStream to = console.terminal() ? console.out() : console.err();
    to.printf(
        Locale.ROOT,
        "Vigie is ready after %.1f s: %s%n",
        server.startTime().toMillis() / MILLISECONDS,
        server.address());
    if (installation.demo()) {
      to.println("This is a demonstration: everything in it is made up. Choose who to be:");
      to.println("  " + server.address() + "/demo");
    } else {
      server.enrolmentLink().ifPresent(link -> {
        to.println("Nobody has signed up. The first administrator opens this link, once:");
        to.println("  " + link);
      });
    }
    to.println("Data:  " + server.directory().root());
    if (console.terminal()) {
      to.println("Log:   " + server.directory().logs().resolve("vigie.log"));
      to.println("Stop:  Ctrl-C");
    }
  }
}
