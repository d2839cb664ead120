/// Measures how fast and how well cases are decided, and samples decisions for a second judgement.
///
/// Invariant: a lead never judges their own decision, and does not see the sampled one before
/// judging. Used by the rooms `deciding` and `web`.
@NullMarked
package org.vigie.server.review.quality;

import org.jspecify.annotations.NullMarked;
