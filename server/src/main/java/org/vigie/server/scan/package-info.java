/// Turns submitted content into a [ScanOutcome].
///
/// Invariant: every outcome names the bank revision it was computed against; what could not be
/// scanned is never [ScanOutcome.Clear]. Kept scans are compared again with what banks come to
/// match: how, and at what cost, stands in [RetroMatch]. Publishes: [ScanFinished]. Threads:
/// any.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "access", "policy", "bank", "evidence"})
package org.vigie.server.scan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
