/// The versioned catalogue: categories, severities, measures, clocks; `docs/formats/policy.md`.
///
/// Invariants: a revision never changes once it is stored; a text with any problem is refused
/// whole, and the revision before it stays in force. Publishes: [PolicyRevised]. Threads: any.
///
/// [Measure] is the only list of the measures that decisions can take. [Explanations] puts
/// decisions into words, for pages and mails of every module;
/// `docs/adr/0017-explanations-from-facts.md` says why here.
///
/// Rooms: `revising` makes revisions and holds the current one, `text` reads a catalogue,
/// `comparing` compares two.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "access"})
package org.vigie.server.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
