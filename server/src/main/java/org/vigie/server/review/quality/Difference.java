package org.vigie.server.review.quality;

import java.time.Instant;
import java.util.Optional;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.CaseId;

/// A case that two people judged differently.
///
/// @param first empty for no violation, as is `second`
/// @param at when the second judged
public record Difference(
    CaseId subject, Optional<CategoryKey> first, Optional<CategoryKey> second, Instant at) {}
