package org.vigie.server.bank.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.vigie.server.bank.transfer.BankInstallation.CALLER;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.Signal;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.server.TestDatabase;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.KnownContent.Selection;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.bank.store.ChangeSession;
import org.vigie.server.bank.store.SignalValues;
import org.vigie.server.bank.transfer.BankInstallation;
import org.vigie.server.frame.ReadinessCheck;
import org.vigie.testkit.Eventually;

/// The behaviour when the log cannot be followed.
@Tag("slow")
final class ChangeFollowerTest {
  private static final Signal DIGEST = DigestType.MD5.parse("d41d8cd98f00b204e9800998ecf8427e");

  @Test
  void change_thatIsNotUnderstood_makesUnreadyUntilItIsGone() {
    try (BankInstallation vigie = BankInstallation.empty()) {
      ReadinessCheck check = new BankIndexConfiguration().indexFollowing(vigie.follower);
      Bank bank = vigie.bank("KNOWN");
      assertThat(check.obstacle()).isEmpty();
      logSomethingUnknown(vigie, bank);

      Eventually.holds(() -> unreadyAfter(vigie, Duration.ofSeconds(31), check));
      assertThat(check.obstacle()).contains("index-not-following");
      assertThat(vigie.known.isReady()).isTrue();

      run(vigie, "delete from bank.change where kind = 'UNKNOWN'");
      vigie.members.add(
          bank.id(), List.of(MemberSignal.of(DIGEST)), MemberDescription.NONE, CALLER);
      Eventually.holds(() -> matches(vigie) == 1 && check.obstacle().isEmpty());
    }
  }

  private static boolean unreadyAfter(BankInstallation vigie, Duration time, ReadinessCheck check) {
    vigie.pass(time);
    Optional<String> first = check.obstacle();
    // a follower that still works would have caught up at the new time by now
    vigie.follower.await(new BankRevision(Long.MAX_VALUE), Duration.ofSeconds(2));
    return first.isPresent() && check.obstacle().isPresent();
  }

  @Test
  void await_whileTheDatabaseDoesNotAnswer_waitsNoLongerThanItsPatience() {
    try (BankInstallation vigie = BankInstallation.empty()) {
      new TransactionTemplate(new DataSourceTransactionManager(vigie.database))
          .executeWithoutResult(_ -> {
            run(vigie, "lock table bank.change in access exclusive mode");
            Eventually.holds(() -> waits(vigie));
            assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> vigie.follower.await(new BankRevision(9), Duration.ofMillis(50)));
          });
    }
  }

  private static boolean waits(BankInstallation vigie) {
    return JdbcClient.create(vigie.database).sql("""
            select count(*) from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock'
               and query like '%bank.changes_after%'""").query(Long.class).single() > 0;
  }

  @Test
  @Timeout(120)
  void session_aborted_endsAWaitOfAnotherThreadAtOnce() throws Exception {
    PostgresAccess access = TestDatabase.create();
    DataSource database =
        new DriverManagerDataSource(access.jdbcUrl(), access.user(), access.password());
    SignalValues values = new SignalValues(SignalTypes.installed());
    try (ExecutorService follower = Executors.newSingleThreadExecutor()) {
      ChangeSession session = ChangeSession.open(database, values);
      Future<?> wait = follower.submit(() -> session.await(Duration.ofDays(1)));
      session.abort();
      assertThatThrownBy(wait::get).hasCauseInstanceOf(DataAccessException.class);
    }
  }

  private static void logSomethingUnknown(BankInstallation vigie, Bank bank) {
    run(vigie, "alter table bank.change drop constraint change_kind_check");
    run(vigie, """
        with next as (update bank.revision set number = number + 1 returning number)
        insert into bank.change (revision, kind, bank_id, happened_at, caller)
        select number, 'UNKNOWN', %d, now(), 'test' from next""".formatted(bank.id().value()));
  }

  private static void run(BankInstallation vigie, String statement) {
    new JdbcTemplate(vigie.database).execute(statement);
  }

  private static int matches(BankInstallation vigie) {
    return vigie
        .known
        .find(List.of(List.of(SoughtSignal.of(DIGEST))), Selection.ALL)
        .contents()
        .getFirst()
        .matches()
        .size();
  }
}
