/// The HTTP interface of HMA 1.1, so that its clients work by changing the base URL; `docs/hma.md`
/// lists compatible calls and intended differences.
///
/// Invariants: a ratio of 0 really disables; media is fetched from public addresses only.
/// Threads: any.
///
/// Rooms: `web` answers the calls, `lookup` finds members, `curating` changes banks and their
/// content, `hashing` makes signals, `vocabulary` has the types and errors of HMA.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "access", "policy", "bank", "scan", "outbound"})
package org.vigie.server.hma;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
