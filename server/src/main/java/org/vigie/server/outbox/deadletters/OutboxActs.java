package org.vigie.server.outbox.deadletters;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.SubjectPage;

/// Effects in the ledger; none has a page of its own.
final class OutboxActs implements LedgerActs {
  @Override
  public String titleKey() {
    return "outbox.ledger.title";
  }

  @Override
  public List<OutboxAct> acts() {
    return List.of(OutboxAct.values());
  }

  @Override
  public Map<String, SubjectPage> pages(Set<String> subjects) {
    return Map.of();
  }
}
