/// The versioned catalogue: categories, severities, measures, clocks.
///
/// Invariant: a revision never changes once it is stored. Publishes: [PolicyRevised]. Threads:
/// any.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "access"})
package org.vigie.server.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
