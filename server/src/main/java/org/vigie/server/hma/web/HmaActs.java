package org.vigie.server.hma.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.SubjectPage;
import org.vigie.server.hma.lookup.HmaAct;

/// HMA's interface in the ledger.
final class HmaActs implements LedgerActs {
  @Override
  public String titleKey() {
    return "hma.acts";
  }

  @Override
  public List<HmaAct> acts() {
    return List.of(HmaAct.values());
  }

  @Override
  public Map<String, SubjectPage> pages(Set<String> subjects) {
    return Map.of();
  }
}
