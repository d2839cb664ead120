/// Lists queues and cases, shows the file of one case, and keeps reviewers' filters and opt-outs.
///
/// Invariant: a second reviewer sees nothing of the first, and a lead who judges a decision again
/// sees nothing of it. Used by the room `web`.
@NullMarked
package org.vigie.server.review.queueing;

import org.jspecify.annotations.NullMarked;
