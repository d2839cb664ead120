package org.vigie.server.review;

import java.util.Optional;
import org.vigie.server.policy.CategoryKey;

/// Which cases somebody wants to see.
///
/// @param account the messenger's name for an account, exactly
public record CaseQuery(
    Optional<QueueName> queue,
    Optional<CaseState> state,
    Optional<CategoryKey> category,
    Optional<String> account) {}
