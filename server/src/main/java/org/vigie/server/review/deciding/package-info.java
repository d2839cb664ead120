/// Claims and decides cases, and makes decisions take effect.
///
/// Invariants: two reviewers never hold one case; no decision is lost, and none takes effect
/// twice. Used by the rooms `queueing`, `keeping` and `web`; other modules use `Decisions`.
@NullMarked
package org.vigie.server.review.deciding;

import org.jspecify.annotations.NullMarked;
