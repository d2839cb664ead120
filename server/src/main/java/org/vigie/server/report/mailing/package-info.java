/// Sends mail by SMTP, and mails people about requests for access.
///
/// Invariant: a mail is queued in the transaction of the request, and sent at least once. Used by
/// `answering`, which sends through the same server.
@NullMarked
package org.vigie.server.report.mailing;

import org.jspecify.annotations.NullMarked;
