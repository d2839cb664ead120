/// Makes changes: each in a transaction, numbered, logged, in the ledger and published.
///
/// Invariant: revisions are numbered without gaps, in the order of their commits. Used by the
/// rooms that change banks: `curating` and `transfer`.
@NullMarked
package org.vigie.server.bank.revising;

import org.jspecify.annotations.NullMarked;
