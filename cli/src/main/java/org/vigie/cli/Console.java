package org.vigie.cli;

import java.io.PrintStream;

/// Where a command writes.
///
/// @param out answers, in UTF-8
/// @param err everything else: summary, progress, errors
/// @param terminal whether people watch `err`, so that progress is worth drawing
record Console(PrintStream out, PrintStream err, boolean terminal) {}
