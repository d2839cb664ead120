package org.vigie.server.hma.curating;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Bank.MatchTerms;
import org.vigie.server.bank.BankDraft;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.BankProblems;
import org.vigie.server.bank.Banks;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.hma.vocabulary.HmaProblems;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Policies;

/// Banks as HMA manages them: by name, without versions.
///
/// A bank that is made here gets the category of the settings, matches on the terms of that
/// category, and is not verified; people edit the rest on its page.
public final class HmaBanks {
  private static final int TRIES = 5;
  private static final Pattern NEW_NAME = Pattern.compile("[A-Z_][A-Z0-9_]{0,254}");
  private static final String PROVENANCE = "HMA interface";

  private final Banks banks;
  private final Policies policies;
  private final CategoryKey category;

  HmaBanks(Banks banks, Policies policies, CategoryKey category) {
    this.banks = banks;
    this.policies = policies;
    this.category = category;
  }

  /// The changes of an edit; an empty field stays.
  ///
  /// @param name the new name
  public record Edit(Optional<String> name, OptionalDouble ratio) {}

  /// Returns the banks of known content; HMA has no banks of known false positives.
  public List<Bank> list() {
    return banks.list().stream()
        .filter(bank -> bank.kind() == BankKind.POSITIVE)
        .toList();
  }

  /// Returns a bank.
  ///
  /// @throws ProblemException with the status 404 if there is none
  public Bank get(String name) {
    return find(name).orElseThrow(() -> HmaProblems.notFound("No bank has this name."));
  }

  /// Finds a bank. A malformed name finds none.
  private Optional<Bank> find(String name) {
    return list().stream().filter(bank -> bank.name().value().equals(name)).findFirst();
  }

  /// Creates an empty bank.
  ///
  /// @throws ProblemException with the status 400 for a bad name, 403 for one that is taken
  public Bank create(String name, double ratio, Caller caller) {
    BankName checked = newName(name);
    Category terms = policies
        .current()
        .find(category)
        .orElseThrow(() -> new IllegalStateException("vigie.hma.category names no category"));
    MatchTerms matching =
        new MatchTerms(terms.matching().radius(), terms.matching().minQuality(), ratio);
    BankDraft draft =
        new BankDraft(checked, BankKind.POSITIVE, category, matching, false, PROVENANCE);
    return unlessTaken(() -> banks.create(draft, caller));
  }

  /// Changes a bank.
  ///
  /// @throws ProblemException with the status 404, 400 or 403
  public Bank edit(String name, Edit edit, Caller caller) {
    return unlessTaken(() -> onCurrent(name, bank -> {
      BankDraft draft = edited(bank, edit);
      return banks.edit(bank.id(), bank.version(), draft, caller);
    }));
  }

  private static BankDraft edited(Bank bank, Edit edit) {
    MatchTerms before = bank.terms();
    double ratio = edit.ratio().orElse(before.enabledShare());
    return new BankDraft(
        edit.name().map(HmaBanks::newName).orElse(bank.name()),
        bank.kind(),
        bank.category(),
        new MatchTerms(before.radius(), before.minQuality(), ratio),
        bank.verified(),
        bank.provenance());
  }

  /// Reads a name for a bank; HMA's do not begin with a digit.
  private static BankName newName(String text) {
    if (!NEW_NAME.matcher(text).matches()) {
      throw HmaProblems.bad("A bank is named by capitals, digits and underscores, at most 255,"
          + " and does not begin with a digit.");
    }
    return new BankName(text);
  }

  /// Closes a bank; as in HMA, closing a missing bank does nothing.
  public void close(String name, Caller caller) {
    if (find(name).isEmpty()) {
      return;
    }
    onCurrent(name, bank -> {
      banks.close(bank.id(), bank.version(), caller);
      return bank;
    });
  }

  /// A change of the current version of a bank.
  private interface Change {
    Bank of(Bank current);
  }

  /// Retries a change that another one overtook, as HMA's callers know no versions.
  private Bank onCurrent(String name, Change change) {
    for (int tries = 1; ; tries++) {
      try {
        return change.of(get(name));
      } catch (ProblemException e) {
        if (tries == TRIES || !e.type().equals(BankProblems.CHANGED_MEANWHILE)) {
          throw e;
        }
      }
    }
  }

  private static Bank unlessTaken(Supplier<Bank> change) {
    try {
      return change.get();
    } catch (ProblemException e) {
      throw e.type().equals(BankProblems.NAME_TAKEN)
          ? HmaProblems.forbidden("A bank of this name exists.")
          : e;
    }
  }
}
