package org.vigie.server.evidence.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.Permission;
import org.vigie.server.access.SubjectPage;
import org.vigie.server.access.Subjects;
import org.vigie.server.evidence.custody.EvidenceAct;

/// Evidence in the ledger.
final class EvidenceActs implements LedgerActs {
  @Override
  public String titleKey() {
    return "evidence.title";
  }

  @Override
  public List<EvidenceAct> acts() {
    return List.of(EvidenceAct.values());
  }

  @Override
  public Map<String, SubjectPage> pages(Set<String> subjects) {
    return Subjects.of("evidence", subjects)
        .filter(Subjects::isUuid)
        .collect(Collectors.toMap(
            Function.identity(),
            subject ->
                new SubjectPage("/evidence/" + Subjects.id(subject), Permission.EVIDENCE_READ)));
  }
}
