package org.vigie.server.review.cases;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.report.NoticeId;

/// The scans and notices of a case, and their evidence.
///
/// @param sources oldest first; of scans the newest hundred
/// @param evidence of all sources, sealed; of content without an account the first copies
/// @param seen the number of all sources
public record CaseMaterial(List<CaseSource> sources, List<EvidenceId> evidence, int seen) {
  public CaseMaterial {
    sources = List.copyOf(sources);
    evidence = List.copyOf(evidence);
  }

  /// Returns material of which only the number of sources is known.
  public static CaseMaterial unread(int seen) {
    return new CaseMaterial(List.of(), List.of(), seen);
  }

  /// Returns the notices among the sources.
  public Set<NoticeId> notices() {
    return sources.stream()
        .flatMap(source -> source instanceof CaseSource.FromNotice notice
            ? Stream.of(notice.notice())
            : Stream.empty())
        .collect(Collectors.toSet());
  }
}
