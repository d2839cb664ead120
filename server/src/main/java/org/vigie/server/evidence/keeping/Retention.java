package org.vigie.server.evidence.keeping;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.access.GrantId;
import org.vigie.server.evidence.CustodyAct;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.Hold;
import org.vigie.server.evidence.HoldId;
import org.vigie.server.evidence.custody.EvidenceAct;
import org.vigie.server.evidence.custody.EvidenceGoneException;
import org.vigie.server.evidence.store.CustodyLog;
import org.vigie.server.evidence.store.HoldStore;
import org.vigie.server.evidence.store.ObjectStore;
import org.vigie.server.evidence.store.StoredObject;
import org.vigie.server.frame.MicrosecondClock;

/// Decides how long objects are kept: their terms, holds and destruction. Every change locks the
/// object first, so that a hold and a destruction at the same time follow one another. Threads:
/// any.
public final class Retention {
  private final ObjectStore objects;
  private final HoldStore holds;
  private final CustodyLog custody;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;
  private final BlobRemoval removal;
  private final InstantSource clock;

  Retention(
      ObjectStore objects,
      HoldStore holds,
      CustodyLog custody,
      AccessLedger ledger,
      TransactionOperations transactions,
      BlobRemoval removal,
      InstantSource clock) {
    this.objects = objects;
    this.holds = holds;
    this.custody = custody;
    this.ledger = ledger;
    this.transactions = transactions;
    this.removal = removal;
    this.clock = clock;
  }

  /// Keeps an object at least until a time; never shortens its term.
  public void keepUntil(Caller caller, EvidenceId id, Instant until, String reason) {
    Instant end = MicrosecondClock.floor(until);
    transactions.executeWithoutResult(_ -> {
      lockSealed(id);
      if (objects.extend(id, end)) {
        String why = "until " + end + ", " + reason;
        custody.append(caller, id, CustodyAct.KEPT, why);
        ledger.record(caller, EvidenceAct.EVIDENCE_KEPT_LONGER, id.reference());
      }
    });
  }

  /// Places a hold on an object.
  ///
  /// @throws EvidenceGoneException if there is no such object, or it was destroyed
  public Hold hold(
      Caller caller, EvidenceId id, String source, String reference, Optional<Instant> expires) {
    Hold hold = new Hold(
        new HoldId(UUID.randomUUID()),
        id,
        source,
        reference,
        caller.reference(),
        clock.instant(),
        expires.map(MicrosecondClock::floor));
    transactions.executeWithoutResult(_ -> {
      lockSealed(id);
      holds.add(hold);
      custody.append(caller, id, CustodyAct.HELD, words(hold));
      ledger.record(caller, EvidenceAct.HOLD_PLACED, id.reference());
    });
    return hold;
  }

  private static String words(Hold hold) {
    return "hold:%s expires=%s reference=%s source=%s"
        .formatted(
            hold.id().value(),
            hold.expires().map(Instant::toString).orElse("never"),
            hold.reference(),
            hold.source());
  }

  /// Releases a hold; does nothing if it was released before.
  ///
  /// @throws UnknownHoldException if there is no such hold
  public void release(Caller caller, HoldId id, String reason) {
    transactions.executeWithoutResult(_ -> {
      Hold hold = holds.find(id).orElseThrow(() -> new UnknownHoldException(id));
      if (holds.release(id, caller.reference(), clock.instant())) {
        String why = "hold:" + id.value() + " " + reason;
        custody.append(caller, hold.evidence(), CustodyAct.RELEASED, why);
        ledger.record(caller, EvidenceAct.HOLD_RELEASED, hold.evidence().reference());
      }
    });
  }

  /// Returns the holds on an object that are in force, oldest first.
  public List<Hold> holds(EvidenceId id) {
    return holds.standing(id, clock.instant());
  }

  /// Who acts on an object's destruction, under which grant, and why.
  record Act(Caller caller, Optional<GrantId> grant, String reason) {}

  /// Destroys an object whose term has ended, unless a hold forbids it. For people, two have to
  /// agree: [Destructions].
  public Destruction destroy(Caller.Vigie vigie, EvidenceId id, String reason) {
    return destroy(new Act(vigie, Optional.empty(), reason), id);
  }

  Destruction destroy(Act act, EvidenceId id) {
    return Objects.requireNonNull(transactions.execute(_ -> destroyed(act, id)));
  }

  private Destruction destroyed(Act act, EvidenceId id) {
    StoredObject stored = objects.lock(id).orElseThrow(() -> new EvidenceGoneException(id));
    if (stored.key().isEmpty()) {
      return new Destruction.AlreadyDestroyed();
    }
    List<Hold> forbidding = holds(id);
    if (!forbidding.isEmpty()) {
      append(act, id, CustodyAct.DESTRUCTION_REFUSED, EvidenceAct.EVIDENCE_DESTRUCTION_REFUSED);
      return new Destruction.Refused(forbidding);
    }
    Instant now = clock.instant();
    objects.destroy(id, now);
    append(act, id, CustodyAct.DESTROYED, EvidenceAct.EVIDENCE_DESTROYED);
    removal.afterCommit(stored.blob());
    return new Destruction.Destroyed(now);
  }

  /// Appends to the custody chain and the ledger, in the transaction of the caller.
  void append(Act act, EvidenceId id, CustodyAct entry, EvidenceAct recorded) {
    custody.append(act.caller(), id, entry, act.grant(), act.reason());
    String detail = act.grant().map(grant -> "grant=" + grant.value()).orElse("");
    ledger.record(act.caller(), recorded, id.reference(), detail);
  }

  /// Locks an object that is not destroyed.
  ///
  /// @throws EvidenceGoneException if there is no such object, or it was destroyed
  void lockSealed(EvidenceId id) {
    if (objects.lock(id).flatMap(StoredObject::key).isEmpty()) {
      throw new EvidenceGoneException(id);
    }
  }
}
