/// Answers reporters: receipts and their codes, outcomes, and mails about both.
///
/// Invariants: a code is stored only as its digest; a mail is queued in the transaction of the
/// change that it reports, and sent at least once. Implements `Notices` for other modules.
@NullMarked
package org.vigie.server.report.answering;

import org.jspecify.annotations.NullMarked;
