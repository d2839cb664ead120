package org.vigie.server.review;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.MemberWithdrawn;
import org.vigie.server.bank.MembersEnded;
import org.vigie.server.bank.MembersLive;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.store.DecisionStore;
import org.vigie.server.review.store.ReopeningStore;

/// Opens cases again that were found to be violations, when a member that they matched ends: it
/// is withdrawn, by somebody or by an import, or its bank is closed or disabled.
///
/// A member ends for a case once: told again, it changes nothing, even where somebody has
/// decided the case anew. Once it lives again, it can end again. A decision that does not stand
/// yet is taken back; the notices of one that stood are open again.
class Reopening {
  private static final int AT_ONCE = 1_000;

  private final ReopeningStore store;
  private final DecisionStore decisions;
  private final Function<List<MemberId>, Set<MemberId>> ended;
  private final Consumer<NoticeId> openAgain;
  private final ReviewDesk.Surroundings around;

  /// @param ended which of some members have ended
  /// @param openAgain is told of notices whose decision does not stand any more
  Reopening(
      ReopeningStore store,
      DecisionStore decisions,
      Function<List<MemberId>, Set<MemberId>> ended,
      Consumer<NoticeId> openAgain,
      ReviewDesk.Surroundings around) {
    this.store = store;
    this.decisions = decisions;
    this.ended = ended;
    this.openAgain = openAgain;
    this.around = around;
  }

  @Async(ReviewConfiguration.EVENTS)
  @TransactionalEventListener
  public void on(MemberWithdrawn withdrawn) {
    end(withdrawn.member());
  }

  /// Looks at all members that decisions stand on: banks say which of them have ended.
  @Async(ReviewConfiguration.EVENTS)
  @TransactionalEventListener
  public void on(MembersEnded told) {
    List<MemberId> some = store.members(0, AT_ONCE);
    while (!some.isEmpty()) {
      ended.apply(some).forEach(this::end);
      some = store.members(some.getLast().value(), AT_ONCE);
    }
  }

  /// Within the transaction of the bank, so that no later end of a member is worked on before,
  /// and that whoever marks one as ended sees what this transaction made of it.
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
    around.transactions().executeWithoutResult(_ -> endIfItStillHas(member));
  }

  /// A member may live again since somebody told of its end; a mark would then stay, and its
  /// next end would open nothing.
  private void endIfItStillHas(MemberId member) {
    store.lockEnds();
    if (ended.apply(List.of(member)).contains(member)) {
      store.end(member).forEach(this::reopen);
    }
  }

  private void reopen(CaseId id) {
    decisions
        .lockLast(id)
        .filter(last -> last.decision().verdict().violated().isPresent())
        .ifPresent(this::reopen);
  }

  private void reopen(DecisionStore.Stored last) {
    boolean pending = last.state() == DecisionStore.State.PENDING;
    if (pending) {
      decisions.mark(last.decision().id(), DecisionStore.State.TAKEN_BACK);
    }
    CaseId id = last.decision().subject();
    CaseState from = pending ? CaseState.PENDING : CaseState.DECIDED;
    if (decisions.move(id, from, CaseState.OPEN, Case.Stage.FIRST)) {
      around.ledger().record(new Caller.Vigie(), ReviewAct.CASE_REOPENED, id.reference());
      store.notices(id).forEach(openAgain);
    }
  }
}
