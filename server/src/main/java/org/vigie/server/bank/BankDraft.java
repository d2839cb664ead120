package org.vigie.server.bank;

import org.vigie.server.bank.Bank.MatchTerms;
import org.vigie.server.policy.CategoryKey;

/// What somebody says about a bank when creating or editing it; the fields are those of [Bank].
public record BankDraft(
    BankName name,
    BankKind kind,
    CategoryKey category,
    MatchTerms terms,
    boolean verified,
    String provenance) {
  /// Returns what a bank says now, to be changed and handed in again.
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
