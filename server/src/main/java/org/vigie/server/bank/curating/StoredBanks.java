package org.vigie.server.bank.curating;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Bank.MatchTerms;
import org.vigie.server.bank.BankDraft;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.BankProblems;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.MembersEnded;
import org.vigie.server.bank.MembersLive;
import org.vigie.server.bank.revising.BankAct;
import org.vigie.server.bank.revising.Revisions;
import org.vigie.server.bank.revising.Revisions.Revised;
import org.vigie.server.bank.store.BankStore;
import org.vigie.server.bank.store.Change;
import org.vigie.server.frame.ProblemException;

/// Banks in PostgreSQL: each change is a revision. Threads: any.
public final class StoredBanks implements Banks {
  private final BankStore store;
  private final Revisions revisions;
  private final InstantSource clock;

  public StoredBanks(BankStore store, Revisions revisions, InstantSource clock) {
    this.store = store;
    this.revisions = revisions;
    this.clock = clock;
  }

  @Override
  public List<Bank> list() {
    return store.list();
  }

  @Override
  public Optional<Bank> find(BankName name) {
    return store.find(name);
  }

  @Override
  public Optional<Bank> find(BankId id) {
    return store.find(id);
  }

  @Override
  public Bank get(BankName name) {
    return find(name).orElseThrow(BankProblems::noSuchBank);
  }

  @Override
  public Bank create(BankDraft draft, Caller caller) {
    return unlessNameIsTaken(() -> revisions.change(() -> {
      BankId id = store.insert(draft, clock.instant());
      return revised(id, Change.ofBank(id), BankAct.BANK_CREATED, caller, false);
    }));
  }

  @Override
  public Bank edit(BankId id, int version, BankDraft draft, Caller caller) {
    return unlessNameIsTaken(() -> revisions.change(() -> {
      Bank before = locked(id, version);
      store.update(id, draft);
      if (finds(before.kind(), before.terms()) && !finds(draft.kind(), draft.terms())) {
        revisions.publish(new MembersEnded(id));
      }
      if (finds(draft.kind(), draft.terms()) && !finds(before.kind(), before.terms())) {
        revisions.publish(new MembersLive(id));
      }
      boolean reread = draft.verified() != before.verified()
          || draft.terms().minQuality() != before.terms().minQuality();
      Change change = reread ? Change.ofMembers(id) : Change.ofBank(id);
      return revised(id, change, BankAct.BANK_CHANGED, caller, finds(draft, before));
    }));
  }

  /// Returns whether members of such a bank can be the reason for a measure.
  private static boolean finds(BankKind kind, MatchTerms terms) {
    return kind == BankKind.POSITIVE && terms.enabledShare() > 0;
  }

  @Override
  public void close(BankId id, int version, Caller caller) {
    revisions.change(() -> {
      Bank before = locked(id, version);
      store.close(id, clock.instant());
      revisions.publish(new MembersEnded(id));
      boolean grown = before.kind() == BankKind.NEGATIVE;
      return revised(id, Change.ofBank(id), BankAct.BANK_CLOSED, caller, grown);
    });
  }

  @Override
  public List<Bank> closed() {
    return store.closed();
  }

  @Override
  public Bank reopen(BankId id, int version, Caller caller) {
    return unlessNameIsTaken(() -> revisions.change(() -> {
      Bank before = current(store.lockClosed(id), version);
      store.reopen(id);
      if (finds(before.kind(), before.terms())) {
        revisions.publish(new MembersLive(id));
      }
      boolean grown = before.kind() == BankKind.POSITIVE;
      return revised(id, Change.ofMembers(id), BankAct.BANK_REOPENED, caller, grown);
    }));
  }

  private Bank locked(BankId id, int version) {
    return current(store.lock(id), version);
  }

  private static Bank current(Optional<Bank> locked, int version) {
    Bank current = locked.orElseThrow(BankProblems::noSuchBank);
    if (current.version() != version) {
      throw BankProblems.changedMeanwhile(current.version());
    }
    return current;
  }

  private Revised<Bank> revised(
      BankId id, Change change, BankAct act, Caller caller, boolean grown) {
    BankRevision revision = revisions.next(change, act, caller, grown);
    return new Revised<>(store.find(id).orElseThrow(), revision);
  }

  /// Returns whether an edit lets content match that did not match before.
  private static boolean finds(BankDraft after, Bank before) {
    boolean more = isWider(after.terms(), before.terms()) || after.verified() && !before.verified();
    boolean less = isWider(before.terms(), after.terms()) || before.verified() && !after.verified();
    return switch (before.kind()) {
      case POSITIVE -> after.kind() == BankKind.POSITIVE && more;
      case NEGATIVE -> after.kind() == BankKind.POSITIVE || less;
    };
  }

  /// Returns whether terms let a bank match anything that other terms do not.
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
