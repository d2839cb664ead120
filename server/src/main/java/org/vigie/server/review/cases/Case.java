package org.vigie.server.review.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.connector.Subject;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Severity;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Stage;

/// A case for reviewers: an account, a room or a message, suspected under one category.
///
/// @param version grows with every change; an update names the one that it read
/// @param category the suspected one; the decision may find another
/// @param priority higher comes first; see `Routing`
/// @param dueAt the earliest deadline, if there is one
/// @param sources oldest first; of scans the newest hundred
/// @param evidence of all sources, sealed; of content without an account the first copies
/// @param seen the number of sources
/// @param stage the number of decisions that the policy needs before this one counts
public record Case(
    CaseId id,
    long version,
    CaseState state,
    QueueName queue,
    Subject subject,
    CategoryKey category,
    Severity severity,
    int priority,
    Instant openedAt,
    Optional<Instant> dueAt,
    List<CaseSource> sources,
    List<EvidenceId> evidence,
    int seen,
    Stage stage) {
  public Case {
    sources = List.copyOf(sources);
    evidence = List.copyOf(evidence);
  }

  /// Returns the notices among its sources.
  public Set<NoticeId> notices() {
    return sources.stream()
        .flatMap(source -> source instanceof CaseSource.FromNotice notice
            ? Stream.of(notice.notice())
            : Stream.empty())
        .collect(Collectors.toSet());
  }
}
