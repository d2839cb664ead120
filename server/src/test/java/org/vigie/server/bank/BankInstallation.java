package org.vigie.server.bank;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.TestDatabase;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.Bank.MatchTerms;
import org.vigie.server.bank.index.ChangeFollower;
import org.vigie.server.bank.index.LoadedIndex;
import org.vigie.server.bank.store.BankStore;
import org.vigie.server.bank.store.ChangeLog;
import org.vigie.server.bank.store.MemberStore;
import org.vigie.server.bank.store.SignalValues;
import org.vigie.server.policy.CategoryKey;

/// The banks of one process over a database, as [BankConfiguration] wires them, without a server
/// around them. Several over one database are several processes.
final class BankInstallation implements AutoCloseable {
  static final Caller CALLER = new Caller.Vigie();
  static final MatchTerms ALWAYS = new MatchTerms(31, 50, 1);

  final LoadedIndex known;
  final Banks banks;
  final Members members;
  final DataSource database;
  final List<BankRevised> revised = Collections.synchronizedList(new ArrayList<>());

  private final ChangeFollower follower;
  private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

  private BankInstallation(DataSource database) {
    this.database = database;
    InstantSource clock = this::now;
    SignalValues values = new SignalValues(SignalTypes.installed());
    JdbcTemplate template = new JdbcTemplate(database);
    JdbcClient jdbc = JdbcClient.create(template);
    known = new LoadedIndex(clock);
    follower = new ChangeFollower(database, values, known);
    Revisions revisions = new Revisions(
        new TransactionTemplate(new DataSourceTransactionManager(database)),
        new ChangeLog(jdbc, clock),
        event -> revised.add((BankRevised) event),
        follower);
    BankStore store = new BankStore(jdbc);
    banks = new Banks(store, revisions, clock);
    members = new Members(new MemberStore(template, values), store, revisions, clock);
    follower.start();
  }

  /// Starts over an empty database.
  static BankInstallation empty() {
    DataSource database = new DriverManagerDataSource(TestDatabase.create());
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration/bank")
        .load()
        .migrate();
    return new BankInstallation(database).loaded();
  }

  /// Starts another process over the same database.
  BankInstallation another() {
    return new BankInstallation(database).loaded();
  }

  /// Waits until the index is loaded.
  BankInstallation loaded() {
    Eventually.holds(known::isReady);
    return this;
  }

  /// Waits until this process has followed every change.
  void caughtUp() {
    long last = JdbcClient.create(database)
        .sql("select number from bank.revision")
        .query(Long.class)
        .single();
    Eventually.holds(() -> known.revision().number() >= last);
  }

  Bank bank(String name) {
    return bank(name, BankKind.POSITIVE, ALWAYS);
  }

  Bank bank(String name, BankKind kind, MatchTerms terms) {
    CategoryKey category = new CategoryKey("test-content");
    return banks.create(
        new BankDraft(new BankName(name), kind, category, terms, true, "made up"), CALLER);
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void close() {
    follower.stop();
  }
}
