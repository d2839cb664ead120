/// Takes notices: checks, scans, seals, stores and answers them, in this order.
///
/// Invariants: a notice that was answered with a receipt is stored with its files; the same
/// idempotency key never stores two. Used by `web`; publishes `NoticeReceived`.
@NullMarked
package org.vigie.server.report.intake;

import org.jspecify.annotations.NullMarked;
