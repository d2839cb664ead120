/// Reverses decisions, and opens their cases again.
///
/// Invariant: the reversal, its fact and its entry in the ledger commit together. Other modules
/// use `Reversals`.
@NullMarked
package org.vigie.server.review.reversing;

import org.jspecify.annotations.NullMarked;
