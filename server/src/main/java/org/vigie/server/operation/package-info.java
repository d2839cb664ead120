/// The commands of an operator: `./vigie run`, `doctor`, `backup`, `restore`, `keys` and
/// `evidence`.
///
/// A start, from the command to the first request:
///
/// ```
/// command.RunCommand ─► running.Run
///    ├► settings.Settings    all of them, before anything is started
///    ├► running.Launch       port, demo mark, data directory: refused in one sentence or held
///    ├► database.Database    PostgreSQL starts in a thread of its own …
///    ├► VigieServer          … while Spring wires; the first use of a connection waits for it
///    ├► control.ControlDesk  errands of other commands, until the end
///    ├► running.Greeting     address, enrolment link, folders
///    └► running.AotTraining  on the first start, a second process at low priority
/// ```
///
/// Rooms depend on each other in one direction: `command` → `doctor` → `running` → `control` →
/// `database` → `settings` → `installation` → `console`.
///
/// Invariant: a fault of the machine or the installation is a `RefusedException` and becomes one
/// sentence on standard error; only a defect of Vigie shows a trace. `running.Closing` has
/// everything that was opened, and closes it in reverse order at every end.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "access", "evidence"})
package org.vigie.server.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
