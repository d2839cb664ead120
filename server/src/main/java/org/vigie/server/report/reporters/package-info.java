/// Reporters: their accuracy, and warnings and suspensions after misuse.
///
/// Invariants: a suspension follows a warning and is decided by a person; a messenger learns only
/// about reporters that it named itself. Used by `intake` and `web`; implements `Accuracies`.
@NullMarked
package org.vigie.server.report.reporters;

import org.jspecify.annotations.NullMarked;
