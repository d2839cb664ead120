/// The index beside PostgreSQL: follows the log of changes, and answers searches.
///
/// ```
/// PostgreSQL ── change log ──► ChangeFollower ──► LiveIndex ◄── Matcher ◄── KnownContent
///              (NOTIFY, poll)      one thread      SignalIndex, BankTable, statuses
/// ```
@NullMarked
package org.vigie.server.bank.index;

import org.jspecify.annotations.NullMarked;
