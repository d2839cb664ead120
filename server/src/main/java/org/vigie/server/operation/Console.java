package org.vigie.server.operation;

import java.io.PrintStream;

/// The output of a command.
///
/// @param out answers, in UTF-8
/// @param err errors
/// @param terminal whether a person watches `out`
record Console(PrintStream out, PrintStream err, boolean terminal) {}
