package org.vigie.server.bank.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.Permission;
import org.vigie.server.access.SubjectPage;
import org.vigie.server.access.Subjects;
import org.vigie.server.bank.revising.BankAct;
import org.vigie.server.bank.store.SubjectNames;

/// Banks, members and imports in the ledger. Those of a bank that was closed have no page.
final class BankActs implements LedgerActs {
  private final SubjectNames names;

  BankActs(SubjectNames names) {
    this.names = names;
  }

  @Override
  public String titleKey() {
    return "bank.banks.title";
  }

  @Override
  public List<BankAct> acts() {
    return List.of(BankAct.values());
  }

  @Override
  public Map<String, SubjectPage> pages(Set<String> subjects) {
    Map<String, SubjectPage> pages = new HashMap<>();
    names
        .ofBanks(numbers("bank", subjects))
        .forEach((id, bank) -> pages.put("bank:" + id, page(bank, "")));
    names
        .ofMembers(numbers("member", subjects))
        .forEach((id, bank) -> pages.put("member:" + id, page(bank, "/members/" + id)));
    names
        .ofImports(numbers("import", subjects))
        .forEach((id, bank) -> pages.put("import:" + id, page(bank, "/imports/" + id)));
    return pages;
  }

  private static SubjectPage page(String bank, String rest) {
    return new SubjectPage("/banks/" + bank + rest, Permission.BANKS_READ);
  }

  private static List<Long> numbers(String kind, Set<String> subjects) {
    return Subjects.of(kind, subjects)
        .flatMap(subject -> Subjects.number(subject).stream())
        .toList();
  }
}
