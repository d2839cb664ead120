/// The index beside PostgreSQL: follows the log of changes, and answers searches.
///
/// Invariant: a search sees every change up to the revision that its answer names. Used by the
/// room `revising`; other modules use `KnownContent`, `Growth`, `IdleMembers` and `IndexStates`.
///
/// ```
/// PostgreSQL ── change log ──► ChangeFollower ──► LiveIndex ◄── Matcher ◄── KnownContent
///              (NOTIFY, poll)      one thread      SignalIndex, BankTable, statuses
/// ```
@NullMarked
package org.vigie.server.bank.index;

import org.jspecify.annotations.NullMarked;
