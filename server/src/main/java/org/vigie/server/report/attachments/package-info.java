/// Scans and seals files that come with notices, and counts them against daily quotas.
///
/// Invariants: a file is counted before it is stored, and the count is returned if it is not
/// stored; a sender names only media that the same sender sealed. Used by `intake` and `web`.
@NullMarked
package org.vigie.server.report.attachments;

import org.jspecify.annotations.NullMarked;
