package org.vigie.server.review.queueing;

import java.util.Optional;
import org.vigie.connector.MessengerId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.cases.QueueName;

/// A filter of cases.
///
/// @param about part of the messenger's name for the account, the room or the message; or the
///     number of the case, or the identifier of a scan or a notice
public record CaseQuery(
    Optional<QueueName> queue,
    Optional<CaseState> state,
    Optional<CategoryKey> category,
    Optional<MessengerId> messenger,
    Optional<String> about) {}
