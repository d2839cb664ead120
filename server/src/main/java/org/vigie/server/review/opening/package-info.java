/// Opens cases from scans and notices, and gives them a queue, a priority and a deadline.
///
/// Invariants: one open case for an account and category; a redelivered source changes nothing.
/// Used by the rooms `keeping`, `store` and `web`.
@NullMarked
package org.vigie.server.review.opening;

import org.jspecify.annotations.NullMarked;
