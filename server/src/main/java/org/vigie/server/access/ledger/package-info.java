/// The acts on people, keys and grants, as the ledger names, lists and filters them.
///
/// Invariant: the phrase of an act never changes, as stored entries carry it. Used by every room;
/// other modules write to the ledger through `AccessLedger` and add acts through `LedgerActs`.
@NullMarked
package org.vigie.server.access.ledger;

import org.jspecify.annotations.NullMarked;
