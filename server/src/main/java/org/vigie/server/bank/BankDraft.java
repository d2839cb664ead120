package org.vigie.server.bank;

import org.vigie.server.bank.Bank.MatchTerms;
import org.vigie.server.policy.CategoryKey;

/// The fields of a new or an edited bank; see [Bank].
public record BankDraft(
    BankName name,
    BankKind kind,
    CategoryKey category,
    MatchTerms terms,
    boolean verified,
    String provenance) {
  /// Returns the current fields of a bank, to be changed and sent back.
  public static BankDraft of(Bank bank) {
    return new BankDraft(
        bank.name(),
        bank.kind(),
        bank.category(),
        bank.terms(),
        bank.verified(),
        bank.provenance());
  }
}
