/// The commands of an operator: `./vigie run`, `doctor`, `backup`, `restore`, `keys` and
/// `evidence`.
///
/// A start, from the command to the first request:
///
/// ```
/// RunCommand ─► Settings      all of them, before anything is started
///            ├► Launch        port, demo mark, data directory: refused in one sentence or held
///            ├► Database      PostgreSQL starts in a thread of its own …
///            ├► VigieServer   … while Spring wires; the first use of a connection waits for it
///            ├► Greeting      address, enrolment link, folders
///            └► AotTraining   on the first start, a second process at low priority
/// ```
///
/// Invariant: a fault of the machine or the installation is a [RefusedException] and becomes one
/// sentence on standard error; only a defect of Vigie shows a trace. [Closing] has everything that
/// was opened, and closes it in reverse order at every end.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "access", "evidence"})
package org.vigie.server.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
