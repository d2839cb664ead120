package org.vigie.server.bank.index;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.KnownContent.Selection;

/// The open banks of one moment, by number.
final class BankTable {
  static final BankTable EMPTY = new BankTable(List.of());

  private final List<Bank> banks;
  private final @Nullable Bank[] byNumber;

  BankTable(List<Bank> banks) {
    this.banks = List.copyOf(banks);
    int numbers = banks.stream().mapToInt(bank -> bank.id().value() + 1).max().orElse(0);
    this.byNumber = new Bank[numbers];
    banks.forEach(bank -> byNumber[bank.id().value()] = bank);
  }

  /// Returns an open bank; null if it is closed, or younger than this table.
  @Nullable Bank find(int number) {
    return number < byNumber.length ? byNumber[number] : null;
  }

  /// Returns the reach that a search needs so that no bank that takes part misses anything.
  Reach reach(Selection selection) {
    int radius = 0;
    int quality = Integer.MAX_VALUE;
    for (Bank bank : banks) {
      if (takesPart(bank, selection)) {
        radius = Math.max(radius, bank.terms().radius());
        quality = Math.min(quality, bank.terms().minQuality());
      }
    }
    return new Reach(radius, quality);
  }

  /// Returns the least quality that any bank of known content compares that takes part; 0 if
  /// none does.
  int leastQuality(Selection selection) {
    return banks.stream()
        .filter(bank -> bank.kind() == BankKind.POSITIVE && takesPart(bank, selection))
        .mapToInt(bank -> bank.terms().minQuality())
        .min()
        .orElse(0);
  }

  /// Returns whether a bank takes part. Negative banks take part in every selection: known false
  /// positives stay so.
  static boolean takesPart(Bank bank, Selection selection) {
    boolean wanted = selection.only().isEmpty()
        || bank.kind() == BankKind.NEGATIVE
        || selection.only().contains(bank.id());
    return wanted && selection.coin() < bank.terms().enabledShare();
  }

  /// @param radius the largest of all banks
  /// @param minQuality the lowest of all banks; above 100 if no bank takes part
  record Reach(int radius, int minQuality) {}
}
