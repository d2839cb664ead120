package org.vigie.server.bank.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.server.TestDatabase;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Bank.MatchTerms;
import org.vigie.server.bank.BankDraft;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.curating.StoredBanks;
import org.vigie.server.bank.curating.StoredMembers;
import org.vigie.server.bank.flood.FloodWatch;
import org.vigie.server.bank.index.ChangeFollower;
import org.vigie.server.bank.index.LoadedIndex;
import org.vigie.server.bank.revising.Revisions;
import org.vigie.server.bank.settings.BankSettings;
import org.vigie.server.bank.settings.BankSettings.FloodSettings;
import org.vigie.server.bank.store.BankStore;
import org.vigie.server.bank.store.ChangeLog;
import org.vigie.server.bank.store.ImportStore;
import org.vigie.server.bank.store.MemberStore;
import org.vigie.server.bank.store.SignalValues;
import org.vigie.server.frame.ApartTransactions;
import org.vigie.server.policy.CategoryKey;
import org.vigie.testkit.Eventually;

/// The banks of one process over a database, as the rooms' configurations wire them, without a
/// server around them. Several over one database are several processes.
public final class BankInstallation implements AutoCloseable {
  public static final Caller CALLER = new Caller.Vigie();
  public static final FloodSettings FLOOD = new FloodSettings(Duration.ofHours(1), 10, 0.1);
  public static final MatchTerms ALWAYS = new MatchTerms(31, 50, 1);

  public final LoadedIndex known;
  public final Banks banks;
  public final StoredMembers members;
  public final DataSource database;
  public final Path directory;
  public final Exports exports;
  public final FloodWatch floods;
  public final Imports imports;
  public final List<Object> published = Collections.synchronizedList(new ArrayList<>());

  /// The ledger's entries about changes.
  public final List<String> ledger = Collections.synchronizedList(new ArrayList<>());

  final ImportQueue importing;

  public final ChangeFollower follower;
  private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

  private BankInstallation(DataSource database, Path directory) {
    this.database = database;
    this.directory = directory;
    InstantSource clock = this::now;
    SignalValues values = new SignalValues(SignalTypes.installed());
    JdbcTemplate template = new JdbcTemplate(database);
    JdbcClient jdbc = JdbcClient.create(template);
    known = new LoadedIndex(clock);
    follower = new ChangeFollower(database, values, known, directory, clock);
    PlatformTransactionManager transactions = new DataSourceTransactionManager(database);
    Revisions revisions = new Revisions(
        new TransactionTemplate(transactions),
        new ApartTransactions(transactions),
        new ChangeLog(jdbc, clock),
        event -> published.add(event),
        (_, act, _, detail) -> ledger.add(act + " " + detail),
        follower);
    BankStore store = new BankStore(jdbc);
    MemberStore memberStore = new MemberStore(template, values);
    banks = new StoredBanks(store, revisions, clock);
    members = new StoredMembers(memberStore, store, revisions, clock);
    exports =
        new Exports(memberStore, transactions, (_, _, _, _) -> {}, directory.resolve("imports"));
    ImportStore importStore = new ImportStore(jdbc);
    BankSettings settings =
        new BankSettings(directory, directory.resolve("imports"), DataSize.ofGigabytes(1), FLOOD);
    ImportFiles files = new ImportFiles(settings);
    ImportRun run = new ImportRun(importStore, files, store, revisions, database, clock);
    importing = new ImportQueue(run, files);
    floods = new FloodWatch(members, Runnable::run, clock, FLOOD);
    imports = new Imports(importStore, files, importing, clock);
    follower.start();
  }

  /// Starts over an empty database.
  public static BankInstallation empty() {
    return empty(folder());
  }

  /// Starts over an empty database, with the snapshots that lie in a folder.
  public static BankInstallation empty(Path directory) {
    PostgresAccess access = TestDatabase.migrated();
    DataSource database =
        new DriverManagerDataSource(access.jdbcUrl(), access.user(), access.password());
    return new BankInstallation(database, directory).loaded();
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("vigie-bank");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts another process over the same database, without the snapshots.
  public BankInstallation withFolderOfItsOwn() {
    return new BankInstallation(database, folder()).loaded();
  }

  /// Starts another process over the same database and its snapshots.
  public BankInstallation another() {
    return new BankInstallation(database, directory).loaded();
  }

  /// Waits until the index is loaded.
  public BankInstallation loaded() {
    Eventually.holds(known::isReady);
    return this;
  }

  /// Waits until this process has followed every change.
  public void caughtUp() {
    long last = JdbcClient.create(database)
        .sql("select number from bank.revision")
        .query(Long.class)
        .single();
    Eventually.holds(() -> known.revision().number() >= last);
  }

  public Bank bank(String name) {
    return bank(name, BankKind.POSITIVE, ALWAYS);
  }

  public Bank bank(String name, BankKind kind, MatchTerms terms) {
    CategoryKey category = new CategoryKey("test-content");
    return banks.create(
        new BankDraft(new BankName(name), kind, category, terms, true, "made up"), CALLER);
  }

  public Instant now() {
    return now;
  }

  /// Ends every connection to this database whose last statement contains a text.
  public void cutConnectionsOf(String statement) {
    JdbcClient.create(database).sql("""
            select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid()
               and query like '%' || :statement || '%'""").param("statement", statement).query().listOfRows();
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void close() {
    importing.close();
    follower.stop();
  }
}
