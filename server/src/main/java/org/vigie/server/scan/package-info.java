/// Turns submitted content into a [ScanOutcome].
///
/// Rooms, in the order of a scan: `reading` makes signals of media, `comparing` compares and judges
/// them, `archive` stores the scan and its media, `scanning` does the whole. `retro` compares
/// stored scans again when banks grow, `lookup` compares signals of callers, `debugging` explains.
///
/// Invariant: every outcome names the bank revision it was computed against; content that could
/// not be scanned is never [ScanOutcome.Clear]. Publishes: [ScanFinished]. Threads: any.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"frame", "messenger", "access", "policy", "bank", "evidence"})
package org.vigie.server.scan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
