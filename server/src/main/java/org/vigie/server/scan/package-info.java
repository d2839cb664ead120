/// Turns submitted content into a [ScanOutcome].
///
/// Invariant: every outcome names the bank revision it was computed against; what could not be
/// scanned is never [ScanOutcome.Clear]. Publishes: [ScanFinished]. Threads: any.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "access", "policy", "bank"})
package org.vigie.server.scan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
