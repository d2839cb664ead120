/// Enforcement: carries the measures of decisions out in messengers, and undoes them there.
///
/// A decision that takes effect becomes actions, one for each measure and target, and the outbox
/// brings them to the connector of the messenger. A reversal withdraws the actions that were never
/// attempted, and undoes the others. A measure with an end is undone at its end.
///
/// ```
/// WAITING ──its turn──▶ QUEUED ──answer──▶ ENDED (DONE, ALREADY, PARTIAL, UNSUPPORTED, DENIED)
///    │                    │  └──too many failures──▶ DEAD ──replayed──▶ QUEUED
///    └─────reversal───────┴──▶ WITHDRAWN                 └──given up──▶ ENDED (GIVEN_UP)
/// ```
///
/// Invariants: every action has a decision; an action acts once in its messenger, however often it
/// is attempted; no attempt of a measure begins once its reversal has committed; undoing a measure
/// never lifts another that holds on; actions on one target keep their order. Evidence is sealed
/// when scans and notices arrive, so it is always there before its decision. Threads: any.
///
/// Rooms: `planning` makes actions of decisions and reversals, `ending` ends measures whose time
/// is over, `delivering` asks connectors, `actions` has the values that these share.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"frame", "access", "policy", "review", "outbox", "messenger"})
package org.vigie.server.enforcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
