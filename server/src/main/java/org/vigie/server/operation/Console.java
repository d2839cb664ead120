package org.vigie.server.operation;

import java.io.PrintStream;

/// Where a command writes.
///
/// @param out answers, in UTF-8
/// @param err what is wrong
/// @param terminal whether a person watches `out`
record Console(PrintStream out, PrintStream err, boolean terminal) {}
