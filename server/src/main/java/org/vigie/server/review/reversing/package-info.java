/// Reverses decisions, and opens their cases again.
///
/// Invariants: the reversal, its fact and its entry in the ledger commit together; a decision that
/// banned somebody is corrected only if two independent people want it. Other modules
/// use `Reversals`.
@NullMarked
package org.vigie.server.review.reversing;

import org.jspecify.annotations.NullMarked;
