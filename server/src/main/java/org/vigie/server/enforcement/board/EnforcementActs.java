package org.vigie.server.enforcement.board;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.SubjectPage;

/// Actions in the ledger; none has a page of its own.
final class EnforcementActs implements LedgerActs {
  @Override
  public String titleKey() {
    return "enforcement.ledger.title";
  }

  @Override
  public List<EnforcementAct> acts() {
    return List.of(EnforcementAct.values());
  }

  @Override
  public Map<String, SubjectPage> pages(Set<String> subjects) {
    return Map.of();
  }
}
