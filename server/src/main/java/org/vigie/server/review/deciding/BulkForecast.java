package org.vigie.server.review.deciding;

import java.util.Optional;
import org.vigie.server.review.cases.Case;

/// The expected outcome for one of several cases.
///
/// @param skip why it would be left out; empty if it would be decided
public record BulkForecast(Case subject, Optional<BulkSkip> skip) {}
