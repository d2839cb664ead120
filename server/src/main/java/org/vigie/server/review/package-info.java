/// Cases, queues and decisions: where people decide well, and are protected while they do.
///
/// Scans that match and notices become cases, one an account and category while it is open. A
/// case gets a queue, a priority and the deadlines of its legal regimes. A reviewer claims it,
/// sees its evidence under a grant, and decides. A [Decision] takes effect some seconds
/// (`vigie.review.undo`) after it was made; until then its maker can take it back. It is published
/// in the transaction that makes it effective.
///
/// ```
/// OPEN ──claim──▶ CLAIMED ──decide──▶ PENDING ────some time──▶ DECIDED
///   ▲   ◀─release, skip, lock over─┘ ▲     │                       │
///   │                              └undo──┘                       │
///   └────── second reviewer ◀──────────────┘ (blind to the first)  │
///   └────── list member ended, appeal, correction ◀────────────────┘
/// ```
///
/// Invariants: two reviewers never hold one case; people never decide a case that they reported,
/// nor one that they decided before unless they change their own decision; nobody lifts a ban
/// alone; cases in which somebody's life is in danger come before all others; every decision
/// names its reviewer or its policy revision; no decision is lost, and none takes effect twice.
/// Publishes: [DecisionMade], [DecisionReversed]. Threads: any.
///
/// Rooms: `opening` makes cases of scans and notices, `queueing` lists and shows them, `viewing`
/// shows their media, `deciding` claims, decides and makes decisions take effect, `keeping` keeps
/// their evidence, `quality` judges decisions again, `reversing` reverses them, `cases` has the
/// values that these share and decides who may see and decide.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "frame",
      "messenger",
      "access",
      "policy",
      "evidence",
      "scan",
      "report",
      "bank"
    })
package org.vigie.server.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
