package org.vigie.server.bank;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.Bank.MatchTerms;
import org.vigie.server.bank.Revisions.Revised;
import org.vigie.server.bank.store.BankStore;
import org.vigie.server.bank.store.Change;
import org.vigie.server.frame.ProblemException;

/// The banks of this installation. When a change returns, it counts in this process. Threads:
/// any.
public final class Banks {
  private final BankStore store;
  private final Revisions revisions;
  private final InstantSource clock;

  Banks(BankStore store, Revisions revisions, InstantSource clock) {
    this.store = store;
    this.revisions = revisions;
    this.clock = clock;
  }

  /// Returns every open bank, by name.
  public List<Bank> list() {
    return store.list();
  }

  /// Returns an open bank.
  public Optional<Bank> find(BankName name) {
    return store.find(name);
  }

  /// Returns a bank, open or closed.
  public Optional<Bank> find(BankId id) {
    return store.find(id);
  }

  /// Returns an open bank.
  ///
  /// @throws ProblemException of type [BankProblems#NO_SUCH_BANK] if there is none
  public Bank get(BankName name) {
    return find(name).orElseThrow(BankProblems::noSuchBank);
  }

  /// Creates an empty bank.
  ///
  /// @throws ProblemException of type [BankProblems#NAME_TAKEN]
  public Bank create(BankDraft draft, Caller caller) {
    return unlessNameIsTaken(() -> revisions.change(() -> {
      BankId id = store.insert(draft, clock.instant());
      return revised(id, new Step(Change.ofBank(id), BankAct.BANK_CREATED), caller, false);
    }));
  }

  /// Changes what a bank says. A bank that begins to match more, or to silence less, tells so.
  ///
  /// @param version of the bank that the caller has seen
  /// @throws ProblemException of type [BankProblems#CHANGED_MEANWHILE] if it is not the current
  ///     one, or [BankProblems#NAME_TAKEN]
  public Bank edit(BankId id, int version, BankDraft draft, Caller caller) {
    return unlessNameIsTaken(() -> revisions.change(() -> {
      Bank before = locked(id, version);
      store.update(id, draft);
      if (finds(before.kind(), before.terms()) && !finds(draft.kind(), draft.terms())) {
        revisions.tell(new MembersEnded(id));
      }
      if (finds(draft.kind(), draft.terms()) && !finds(before.kind(), before.terms())) {
        revisions.tell(new MembersLive(id));
      }
      boolean reread = draft.verified() != before.verified()
          || draft.terms().minQuality() != before.terms().minQuality();
      Change change = reread ? Change.ofMembers(id) : Change.ofBank(id);
      return revised(id, new Step(change, BankAct.BANK_CHANGED), caller, finds(draft, before));
    }));
  }

  /// Whether members of such a bank can be the reason for a measure.
  private static boolean finds(BankKind kind, MatchTerms terms) {
    return kind == BankKind.POSITIVE && terms.enabledShare() > 0;
  }

  /// Closes a bank: it never matches again, its members and their history stay, its name is
  /// free.
  ///
  /// @throws ProblemException of type [BankProblems#CHANGED_MEANWHILE]
  public void close(BankId id, int version, Caller caller) {
    revisions.change(() -> {
      Bank before = locked(id, version);
      store.close(id, clock.instant());
      revisions.tell(new MembersEnded(id));
      Step step = new Step(Change.ofBank(id), BankAct.BANK_CLOSED);
      return revised(id, step, caller, before.kind() == BankKind.NEGATIVE);
    });
  }

  private Bank locked(BankId id, int version) {
    Bank current = store.lock(id).orElseThrow(BankProblems::noSuchBank);
    if (current.version() != version) {
      throw BankProblems.changedMeanwhile(current.version());
    }
    return current;
  }

  /// What is changed, and how the ledger says it.
  private record Step(Change change, BankAct act) {}

  private Revised<Bank> revised(BankId id, Step step, Caller caller, boolean grown) {
    BankRevision revision = revisions.next(step.change(), step.act(), caller, grown);
    return new Revised<>(store.find(id).orElseThrow(), revision);
  }

  /// Whether an edit lets content match that did not before.
  private static boolean finds(BankDraft after, Bank before) {
    boolean more = isWider(after.terms(), before.terms()) || after.verified() && !before.verified();
    boolean less = isWider(before.terms(), after.terms()) || before.verified() && !after.verified();
    return switch (before.kind()) {
      case POSITIVE -> after.kind() == BankKind.POSITIVE && more;
      case NEGATIVE -> after.kind() == BankKind.POSITIVE || less;
    };
  }

  /// Whether terms let a bank match anything that other terms do not.
  private static boolean isWider(MatchTerms terms, MatchTerms than) {
    return terms.radius() > than.radius()
        || terms.minQuality() < than.minQuality()
        || terms.enabledShare() > than.enabledShare();
  }

  private static Bank unlessNameIsTaken(Supplier<Bank> change) {
    try {
      return change.get();
    } catch (DuplicateKeyException e) {
      throw new ProblemException(
          BankProblems.NAME_TAKEN, "an open bank has this name", Map.of("field", "name"));
    }
  }
}
