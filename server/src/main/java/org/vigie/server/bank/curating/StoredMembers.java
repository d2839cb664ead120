package org.vigie.server.bank.curating;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.BankProblems;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.MemberSetAside;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.MemberWithdrawn;
import org.vigie.server.bank.Members;
import org.vigie.server.bank.MembersLive;
import org.vigie.server.bank.StatusChange;
import org.vigie.server.bank.file.MemberTexts;
import org.vigie.server.bank.revising.BankAct;
import org.vigie.server.bank.revising.Revisions;
import org.vigie.server.bank.revising.Revisions.Revised;
import org.vigie.server.bank.store.BankStore;
import org.vigie.server.bank.store.Change;
import org.vigie.server.bank.store.MemberDoubts;
import org.vigie.server.bank.store.MemberEvent;
import org.vigie.server.bank.store.MemberQuery;
import org.vigie.server.bank.store.MemberStore;
import org.vigie.server.frame.ProblemException;

/// Members in PostgreSQL: each change is a revision and an event of the member's history.
/// Threads: any.
public final class StoredMembers implements Members {
  private static final String NOT_PDQ =
      "This cannot be PDQ: more than 128 bits are set. If it is SHA-256, give that type.";

  private final MemberStore store;
  private final BankStore banks;
  private final Revisions revisions;
  private final InstantSource clock;

  public StoredMembers(
      MemberStore store, BankStore banks, Revisions revisions, InstantSource clock) {
    this.store = store;
    this.banks = banks;
    this.revisions = revisions;
    this.clock = clock;
  }

  @Override
  public Member add(
      BankId bank, List<MemberSignal> signals, MemberDescription description, Caller caller) {
    checkSignals(signals);
    checkTexts(description);
    try {
      return revisions.change(() -> {
        MemberId id = store.insert(bank, description, clock.instant(), caller.reference());
        store.insertSignals(id, signals);
        BankKind kind = grow(bank);
        BankRevision revision = revisions.next(
            Change.ofMember(bank, id), BankAct.MEMBER_ADDED, caller, kind == BankKind.POSITIVE);
        return new Revised<>(get(id), revision);
      });
    } catch (DuplicateKeyException e) {
      throw new ProblemException(
          BankProblems.REFERENCE_TAKEN,
          "a member of the bank has this reference",
          Map.of("field", "reference"));
    }
  }

  private static void checkSignals(List<MemberSignal> signals) {
    if (signals.isEmpty() || signals.size() > MAX_SIGNALS) {
      throw ProblemException.ofField("signals", "a member has 1 to " + MAX_SIGNALS + " signals");
    }
    for (int place = 0; place < signals.size(); place++) {
      if (signals.get(place).signal() instanceof PdqSignal pdq && !pdq.isOfSomePicture()) {
        throw ProblemException.ofField("signals[" + place + "].value", NOT_PDQ);
      }
    }
    if (signals.stream().map(MemberSignal::signal).distinct().count() < signals.size()) {
      throw ProblemException.ofField("signals", "a signal is there twice");
    }
  }

  private static void checkTexts(MemberDescription description) {
    MemberTexts.defect(description).ifPresent(defect -> {
      throw ProblemException.ofField("member", defect.reason());
    });
  }

  private BankKind grow(BankId bank) {
    if (!banks.grow(bank, 1)) {
      throw BankProblems.noSuchBank();
    }
    return banks.find(bank).orElseThrow().kind();
  }

  @Override
  public Optional<Member> find(MemberId id) {
    return store.find(id);
  }

  @Override
  public Member get(MemberId id) {
    return find(id).orElseThrow(() -> BankProblems.noSuchMember(id));
  }

  /// Returns some members of a bank, those added first first.
  ///
  /// @param after the last one that the caller has; 0 to begin
  /// @param limit at most 1,000
  public List<Member> list(BankId bank, MemberQuery query, long after, int limit) {
    return store.list(bank, query, after, Math.min(limit, 1_000));
  }

  /// Returns the first members of open banks that are set aside.
  public List<Member> setAside(int limit) {
    return store.setAside(limit);
  }

  /// Counts the members of open banks that are set aside or disputed.
  public MemberDoubts doubts() {
    return store.doubts();
  }

  @Override
  public Set<MemberId> ended(List<MemberId> some) {
    return store.ended(some);
  }

  /// Returns the history of a member, oldest first.
  public List<MemberEvent> history(MemberId id) {
    return store.history(id);
  }

  @Override
  public Member change(MemberId id, StatusChange change, Caller caller) {
    return revisions.change(() -> {
      Member before = locked(id, change.version());
      if (before.status() == change.to()) {
        return new Revised<>(before, revisions.current());
      }
      store.update(id, change.to(), before.disabledUntil());
      if (change.to() == MemberStatus.WITHDRAWN) {
        revisions.publish(new MemberWithdrawn(before.bank(), id));
      }
      if (before.status() == MemberStatus.WITHDRAWN) {
        revisions.publish(new MembersLive(before.bank()));
      }
      MemberEvent.Act act = actOf(change.to());
      return recorded(before, act, change.reason(), before.disabledUntil(), caller);
    });
  }

  /// Sets a member aside that matches too often, and publishes [MemberSetAside]; a member that
  /// already matches nothing stays as it is.
  public void setAside(MemberId id, String reason, Caller caller) {
    revisions.change(() -> {
      Member before = locked(id, OptionalInt.empty());
      if (!matches(before)) {
        return new Revised<>(before, revisions.current());
      }
      store.update(id, MemberStatus.SET_ASIDE, before.disabledUntil());
      revisions.publish(new MemberSetAside(before.bank(), id));
      MemberEvent.Act act = MemberEvent.Act.SET_ASIDE;
      return recorded(before, act, reason, before.disabledUntil(), caller);
    });
  }

  @Override
  public Member disable(MemberId id, Optional<Instant> until, Caller caller) {
    return revisions.change(() -> {
      Member before = locked(id, OptionalInt.empty());
      store.update(id, before.status(), until);
      MemberEvent.Act act = until.isPresent() ? MemberEvent.Act.DISABLED : MemberEvent.Act.ENABLED;
      return recorded(before, act, "", until, caller);
    });
  }

  /// Enables the members whose disabled period has ended.
  ///
  /// @param limit the most members to enable
  /// @return the number of enabled members
  int enableExpired(int limit, Caller caller) {
    List<MemberId> expired = store.disabledBefore(clock.instant(), limit);
    expired.forEach(member -> enableExpired(member, caller));
    return expired.size();
  }

  private void enableExpired(MemberId id, Caller caller) {
    revisions.change(() -> {
      Member before = locked(id, OptionalInt.empty());
      if (before.disabledUntil().isEmpty() || !isOn(before)) {
        return new Revised<>(before, revisions.current());
      }
      store.update(id, before.status(), Optional.empty());
      MemberEvent.Act act = MemberEvent.Act.ENABLED;
      return recorded(before, act, "its time was over", Optional.empty(), caller);
    });
  }

  @Override
  public Member describe(MemberId id, MemberDescription description, Caller caller) {
    checkTexts(description);
    return revisions.change(() -> {
      Member before = locked(id, OptionalInt.empty());
      if (!before.description().reference().equals(description.reference())) {
        throw ProblemException.ofField("reference", "the reference of a member never changes");
      }
      store.describe(id, description);
      MemberEvent.Act act = MemberEvent.Act.DESCRIBED;
      return recorded(before, act, "", before.disabledUntil(), caller);
    });
  }

  private Revised<Member> recorded(
      Member before,
      MemberEvent.Act act,
      String reason,
      Optional<Instant> disabledUntil,
      Caller caller) {
    Member after = get(before.id());
    BankKind kind = banks.find(before.bank()).orElseThrow().kind();
    boolean grown = kind == BankKind.POSITIVE ? finds(before, after) : silences(before, after);
    BankRevision revision =
        revisions.next(Change.ofMember(before.bank(), before.id()), BankAct.of(act), caller, grown);
    store.record(
        before.id(),
        new MemberEvent(
            revision.number(), act, reason, disabledUntil, clock.instant(), caller.reference()));
    return new Revised<>(after, revision);
  }

  /// Returns whether a member finds more than before. A member whose time of being disabled is
  /// over counts as disabled until [#enableExpired] has run: nothing has been compared with it
  /// since.
  private boolean finds(Member before, Member after) {
    int was = before.disabledUntil().isPresent() ? 0 : extent(before.status());
    return isOn(after) && extent(after.status()) > was;
  }

  /// Returns whether a known false positive silences less than before.
  private boolean silences(Member before, Member after) {
    int is = isOn(after) ? extent(after.status()) : 0;
    return is < extent(before.status());
  }

  /// Returns the extent to which a member of a status matches; a member that is set aside may match
  /// by its digests.
  private static int extent(MemberStatus status) {
    return switch (status) {
      case ACTIVE, DISPUTED -> 2;
      case SET_ASIDE -> 1;
      case WITHDRAWN -> 0;
    };
  }

  private boolean isOn(Member member) {
    return member.disabledUntil().filter(clock.instant()::isBefore).isEmpty();
  }

  private boolean matches(Member member) {
    return extent(member.status()) == 2 && isOn(member);
  }

  private Member locked(MemberId id, OptionalInt version) {
    if (!store.lock(id)) {
      throw BankProblems.noSuchMember(id);
    }
    Member current = get(id);
    if (version.isPresent() && version.getAsInt() != current.version()) {
      throw BankProblems.changedMeanwhile(current.version());
    }
    return current;
  }

  private static MemberEvent.Act actOf(MemberStatus status) {
    return switch (status) {
      case ACTIVE -> MemberEvent.Act.PUT_BACK;
      case DISPUTED -> MemberEvent.Act.DISPUTED;
      case SET_ASIDE -> MemberEvent.Act.SET_ASIDE;
      case WITHDRAWN -> MemberEvent.Act.WITHDRAWN;
    };
  }
}
