/// The versioned catalogue: categories, severities, measures, clocks; `docs/formats/policy.md`.
///
/// Invariants: a revision never changes once it is stored; a text with any problem is refused
/// whole, and the revision before it stays in force. Publishes: [PolicyRevised]. Threads: any.
///
/// Rooms: `revising` makes revisions and holds the current one, `text` reads a catalogue,
/// `comparing` compares two.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "access"})
package org.vigie.server.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
