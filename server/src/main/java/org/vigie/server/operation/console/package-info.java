/// The streams of a command, its exit status, and its sentences for the operator.
///
/// A fault of the machine or the installation is a [RefusedException] and becomes one sentence on
/// standard error; only a defect of Vigie prints a stack trace.
@NullMarked
package org.vigie.server.operation.console;

import org.jspecify.annotations.NullMarked;
