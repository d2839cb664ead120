package org.vigie.server.review.reversing;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.MemberWithdrawn;
import org.vigie.server.bank.MembersEnded;
import org.vigie.server.bank.MembersLive;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.cases.ReviewListener;
import org.vigie.server.review.store.ReopeningStore;

/// Opens cases with a violation again when a member that they matched ends: a person or an import
/// withdraws it, or its bank is closed or disabled.
///
/// A member ends for a case once. A redelivered end changes nothing, even if the case was decided
/// anew since. A member that becomes live again can end again. A decision that can still be taken
/// back is taken back; the notices of a decision in force are open again.
public class Reopening {
  private static final int AT_ONCE = 1_000;

  private final ReopeningStore store;
  private final CaseReversals reversals;
  private final Function<List<MemberId>, Set<MemberId>> ended;
  private final CaseTransactions transactions;

  /// Opens cases again through some reversals.
  ///
  /// @param ended returns which of some members have ended
  public Reopening(
      ReopeningStore store,
      CaseReversals reversals,
      Function<List<MemberId>, Set<MemberId>> ended,
      CaseTransactions transactions) {
    this.store = store;
    this.reversals = reversals;
    this.ended = ended;
    this.transactions = transactions;
  }

  @ReviewListener
  public void on(MemberWithdrawn withdrawn) {
    end(withdrawn.member());
  }

  /// Checks all members that violations rely on; banks return which of them have ended.
  @ReviewListener
  public void on(MembersEnded told) {
    List<MemberId> some = store.members(0, AT_ONCE);
    while (!some.isEmpty()) {
      ended.apply(some).forEach(this::end);
      some = store.members(some.getLast().value(), AT_ONCE);
    }
  }

  /// Revives members in the transaction of the bank, so that a later end of a member is never
  /// processed before, and a thread that marks a member as ended sees the revival.
  @EventListener
  public void on(MembersLive told) {
    store.lockLives();
    List<MemberId> some = store.ended(0, AT_ONCE);
    while (!some.isEmpty()) {
      Set<MemberId> still = ended.apply(some);
      some.stream().filter(member -> !still.contains(member)).forEach(store::revive);
      some = store.ended(some.getLast().value(), AT_ONCE);
    }
  }

  private void end(MemberId member) {
    transactions.inTransaction(() -> endIfItStillHas(member));
  }

  /// A member may be live again since its end was published. Marking it as ended would then hide
  /// its next end.
  private boolean endIfItStillHas(MemberId member) {
    store.lockEnds();
    boolean over = ended.apply(List.of(member)).contains(member);
    if (over) {
      store
          .end(member, transactions.now())
          .forEach(id -> reversals.reverseViolation(id, new Caller.Vigie()));
    }
    return over;
  }
}
