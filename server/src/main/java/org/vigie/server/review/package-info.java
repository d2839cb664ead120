/// Cases, queues and decisions: where people decide well, and are protected while they do.
///
/// What scans match and what notices tell becomes a [Case], one an account and category while it
/// is open; `Routing` gives it a queue, a priority and the clocks of its legal regimes. A
/// reviewer claims it ([Desk]), sees its evidence under a grant, and decides. A [Decision] is
/// final some seconds (`vigie.review.undo`) after it was made; until then whoever made it can
/// take it back. When it becomes final it is published in the same transaction as all that
/// others need.
///
/// ```
/// OPEN ──claim──▶ CLAIMED ──decide──▶ PENDING ────some time──▶ DECIDED
///   ▲   ◀─release, skip, lock over─┘ ▲     │                       │
///   │                              └undo──┘                       │
///   └────── second reviewer ◀──────────────┘ (blind to the first)  │
///   └────── list member ended, appeal ◀────────────────────────────┘
/// ```
///
/// Invariants: two reviewers never hold one case; nobody decides about what they reported or
/// decided before; every decision names who or which policy revision decided; no decision is
/// lost, and none takes effect twice. Publishes: [DecisionMade]. Threads: any.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"frame", "access", "policy", "evidence", "scan", "report", "bank"})
package org.vigie.server.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
