package org.vigie.server.review;

import java.util.Optional;

/// What would become of one of several cases.
///
/// @param skip why it would be left out; empty if it would be decided
public record BulkForecast(Case subject, Optional<BulkSkip> skip) {}
