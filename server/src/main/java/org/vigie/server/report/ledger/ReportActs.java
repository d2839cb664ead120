package org.vigie.server.report.ledger;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.Permission;
import org.vigie.server.access.SubjectPage;
import org.vigie.server.access.Subjects;

/// Reporters and flaggers in the ledger.
final class ReportActs implements LedgerActs {
  @Override
  public String titleKey() {
    return "report.ledger.title";
  }

  @Override
  public List<ReportAct> acts() {
    return List.of(ReportAct.values());
  }

  @Override
  public Map<String, SubjectPage> pages(Set<String> subjects) {
    return Subjects.of("reporter", subjects)
        .collect(Collectors.toMap(
            Function.identity(),
            subject ->
                new SubjectPage("/reporters/" + Subjects.id(subject), Permission.REPORTERS_READ)));
  }
}
