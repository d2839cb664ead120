package org.vigie.server.operation.console;

import java.io.PrintStream;

/// The output of a command.
///
/// @param out answers, in UTF-8
/// @param err errors
/// @param terminal whether a person watches `out`
public record Console(PrintStream out, PrintStream err, boolean terminal) {}
