/// Access: people, roles, sign-in, API keys, grants, and the ledger of acts and looks.
///
/// Invariant: a handler that names no permission refuses every caller. An act that needs two people
/// is an [Agreement]. Publishes: [AccessRequested]. Threads: any.
///
/// Rooms: `people` invites and enrols people, `signin` proves who they are (with `secrets`),
/// `agreement` gives guarded access and grants by two, `keys` admits programs, `ledger` names the
/// acts.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame"})
package org.vigie.server.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
