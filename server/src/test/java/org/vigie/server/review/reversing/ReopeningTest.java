package org.vigie.server.review.reversing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.server.access.PersonId;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.MemberWithdrawn;
import org.vigie.server.bank.MembersEnded;
import org.vigie.server.bank.MembersLive;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.store.ReopeningStore;
import org.vigie.testkit.Eventually;

/// Members that end and live again at the same time.
@Tag("slow")
final class ReopeningTest {
  private static final PersonId ANNA = ReviewWorld.person(1);
  private static final BankId BANK = new BankId(1);
  private static final ReviewWorld WORLD = new ReviewWorld();

  private final Reopening reopening = new Reopening(
      new ReopeningStore(WORLD.jdbc), WORLD.reversals(), ReopeningTest::ended, WORLD.transactions);

  /// A fake of the banks: members that have ended, as a transaction sees them.
  private static Set<MemberId> ended(List<MemberId> some) {
    return WORLD
        .jdbc
        .sql("select member_id from made_up_ended where member_id in (:some)")
        .param("some", some.stream().map(MemberId::value).toList())
        .query(Long.class)
        .list()
        .stream()
        .map(MemberId::new)
        .collect(Collectors.toSet());
  }

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void empty() {
    WORLD.empty();
    WORLD
        .jdbc
        .sql("create table if not exists made_up_ended (member_id bigint)")
        .update();
    WORLD.jdbc.sql("truncate made_up_ended").update();
  }

  private static void bankIsDisabled() {
    WORLD.jdbc.sql("insert into made_up_ended values (5)").update();
  }

  private void bankIsEnabled() {
    WORLD.jdbc.sql("truncate made_up_ended").update();
    reopening.on(new MembersLive(BANK));
  }

  private static boolean somebodyWaits() {
    return WORLD.jdbc.sql("""
            select exists (select 1 from pg_locks
                            where locktype = 'advisory' and not granted
                              and database = (select oid from pg_database
                                               where datname = current_database()))
            """).query(Boolean.class).single();
  }

  @Test
  void bank_enabledBetweenTheLookUpAndTheMark_leavesTheCase_andItsNextEndOpensIt()
      throws Exception {
    CaseId id =
        WORLD.open(WORLD.scan(ReviewWorld.newScan(), ReviewWorld.PETTY, 5)).orElseThrow();
    WORLD.decideFinally(ANNA, id, ReviewWorld.violation(ReviewWorld.PETTY));
    bankIsDisabled();

    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> end = WORLD.transactions.inTransaction(() -> {
        WORLD.jdbc.sql("delete from made_up_ended").update();
        reopening.on(new MembersLive(BANK));
        Future<?> begun = other.submit(() -> reopening.on(new MembersEnded(BANK)));
        Eventually.holds(() -> begun.isDone() || somebodyWaits());
        return begun;
      });
      end.get();
    }
    assertThat(WORLD.get(id).state()).as("its member lives").isEqualTo(CaseState.DECIDED);

    bankIsDisabled();
    reopening.on(new MembersEnded(BANK));
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.OPEN);
  }

  @Test
  void end_deliveredAfterTheMemberIsLiveAgain_changesNothing_andItsNextEndOpensTheCase() {
    CaseId id =
        WORLD.open(WORLD.scan(ReviewWorld.newScan(), ReviewWorld.PETTY, 5)).orElseThrow();
    WORLD.decideFinally(ANNA, id, ReviewWorld.violation(ReviewWorld.PETTY));
    bankIsDisabled();
    bankIsEnabled();
    reopening.on(new MemberWithdrawn(BANK, new MemberId(5)));
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.DECIDED);

    bankIsDisabled();
    reopening.on(new MembersEnded(BANK));
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.OPEN);
  }
}
