/// What an operator types: `./vigie run`, `doctor`, `backup`, `restore`,
/// `keys` and `evidence`.
///
/// A start, from the command to the first request:
///
/// ```
/// RunCommand ─► Settings      all of them, before anything is begun
///            ├► Launch        port, demo mark, data directory: refused in one sentence or held
///            ├► Database      PostgreSQL starts in a thread of its own …
///            ├► VigieServer   … while Spring wires; whoever needs a connection waits for it
///            ├► Greeting      address, enrolment link, where things lie
///            └► AotTraining   on the first start, a second process at low priority
/// ```
///
/// Invariant: what is wrong with the machine or the installation is a [RefusedException] and
/// becomes one sentence on standard error; only a defect of Vigie's own shows a trace.
/// Everything that was opened is in [Closing], which is emptied in reverse whatever the end.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "access", "evidence"})
package org.vigie.server.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
