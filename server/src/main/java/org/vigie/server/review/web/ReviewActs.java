package org.vigie.server.review.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.Permission;
import org.vigie.server.access.SubjectPage;
import org.vigie.server.access.Subjects;
import org.vigie.server.review.cases.ReviewAct;

/// Cases in the ledger.
final class ReviewActs implements LedgerActs {
  @Override
  public String titleKey() {
    return "review.title";
  }

  @Override
  public List<ReviewAct> acts() {
    return List.of(ReviewAct.values());
  }

  @Override
  public Map<String, SubjectPage> pages(Set<String> subjects) {
    return Subjects.of("case", subjects)
        .flatMap(subject -> Subjects.number(subject).stream())
        .collect(Collectors.toMap(
            id -> "case:" + id,
            id -> new SubjectPage("/review/cases/" + id, Permission.CASES_READ)));
  }
}
