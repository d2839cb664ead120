package org.vigie.server.scan.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.Permission;
import org.vigie.server.access.SubjectPage;
import org.vigie.server.access.Subjects;
import org.vigie.server.scan.archive.ScanAct;

/// Scans in the ledger.
final class ScanActs implements LedgerActs {
  @Override
  public String titleKey() {
    return "scan.scans.title";
  }

  @Override
  public List<ScanAct> acts() {
    return List.of(ScanAct.values());
  }

  @Override
  public Map<String, SubjectPage> pages(Set<String> subjects) {
    return Subjects.of("scan", subjects)
        .filter(Subjects::isUuid)
        .collect(Collectors.toMap(
            Function.identity(),
            subject -> new SubjectPage("/scans/" + Subjects.id(subject), Permission.SCANS_READ)));
  }
}
