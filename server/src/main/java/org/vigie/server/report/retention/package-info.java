/// Deletes personal data of notices when its term ends.
///
/// Invariants: an open notice, and a notice with evidence under a hold, keeps its data; each
/// deletion and its ledger entry share one transaction. Used by no other room.
@NullMarked
package org.vigie.server.report.retention;

import org.jspecify.annotations.NullMarked;
