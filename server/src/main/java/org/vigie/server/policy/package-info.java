/// The versioned catalogue: categories, severities, measures, clocks; `docs/formats/policy.md`.
///
/// Invariants: a revision never changes once it is stored; a text with any problem is refused
/// whole, and the revision before it goes on. Publishes: [PolicyRevised]. Threads:
/// any.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "access"})
package org.vigie.server.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
