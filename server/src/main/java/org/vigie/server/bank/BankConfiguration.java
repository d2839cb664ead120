package org.vigie.server.bank;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.bank.index.ChangeFollower;
import org.vigie.server.bank.index.GrowthReader;
import org.vigie.server.bank.index.IdleNeighbourhood;
import org.vigie.server.bank.index.LoadedIndex;
import org.vigie.server.bank.store.BankStore;
import org.vigie.server.bank.store.ChangeLog;
import org.vigie.server.bank.store.ImportStore;
import org.vigie.server.bank.store.MemberStore;
import org.vigie.server.bank.store.SignalCounts;
import org.vigie.server.bank.store.SignalValues;
import org.vigie.server.bank.store.SubjectNames;
import org.vigie.server.frame.FirstStep;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.ReadinessCheck;
import org.vigie.server.policy.CategoriesInUse;

/// Wires the banks.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BankSettings.class)
class BankConfiguration {
  /// After so long without the end of the log, this process had better get no requests.
  private static final Duration LONGEST_LAG = Duration.ofSeconds(30);

  @Bean
  SignalValues signalValues() {
    return new SignalValues(SignalTypes.installed());
  }

  @Bean
  LoadedIndex knownContent(InstantSource clock) {
    return new LoadedIndex(clock);
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  @DependsOnDatabaseInitialization
  ChangeFollower changeFollower(
      DataSource database,
      SignalValues values,
      LoadedIndex loaded,
      BankSettings settings,
      InstantSource clock) {
    return new ChangeFollower(database, values, loaded, settings.indexDirectory(), clock);
  }

  @Bean
  Revisions bankRevisions(
      PlatformTransactionManager transactions,
      JdbcClient jdbc,
      InstantSource clock,
      ApplicationEventPublisher events,
      AccessLedger ledger,
      ChangeFollower follower) {
    ChangeLog log = new ChangeLog(jdbc, clock);
    return new Revisions(transactions, log, events, ledger, follower);
  }

  @Bean
  BankStore bankStore(JdbcClient jdbc) {
    return new BankStore(jdbc);
  }

  @Bean
  Banks banks(BankStore store, Revisions revisions, InstantSource clock) {
    return new Banks(store, revisions, clock);
  }

  @Bean
  MemberStore memberStore(JdbcTemplate jdbc, SignalValues values) {
    return new MemberStore(jdbc, values);
  }

  @Bean
  Members members(MemberStore store, BankStore banks, Revisions revisions, InstantSource clock) {
    return new Members(store, banks, revisions, clock);
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  MemberWaker memberWaker(Members members) {
    return new MemberWaker(members);
  }

  @Bean
  Growth growth(JdbcClient jdbc, SignalValues values) {
    return new GrowthReader(jdbc, values);
  }

  @Bean
  IdleMembers idleMembers(JdbcClient jdbc, SignalValues values) {
    return new IdleNeighbourhood(jdbc, values);
  }

  @Bean
  FloodGuard floodGuard(Members members, InstantSource clock, BankSettings settings) {
    Executor executor = work -> Thread.ofVirtual().name("bank-flood").start(work);
    return new FloodGuard(members, executor, clock, settings.flood());
  }

  @Bean
  Exports exports(
      MemberStore store,
      PlatformTransactionManager transactions,
      AccessLedger ledger,
      BankSettings settings) {
    return new Exports(store, transactions, ledger, settings.importDirectory());
  }

  @Bean
  ImportFiles importFiles(BankSettings settings) {
    return new ImportFiles(settings);
  }

  @Bean
  ImportRun importRun(
      ImportRun.Desk desk,
      BankStore banks,
      Revisions revisions,
      DataSource database,
      InstantSource clock) {
    return new ImportRun(desk, banks, revisions, database, clock);
  }

  @Bean
  ImportRun.Desk importDesk(JdbcClient jdbc, ImportFiles files) {
    return new ImportRun.Desk(new ImportStore(jdbc), files);
  }

  @Bean(destroyMethod = "close")
  ImportQueue importQueue(ImportRun run, ImportFiles files) {
    return new ImportQueue(run, files);
  }

  @Bean(initMethod = "resume")
  Imports imports(ImportRun.Desk desk, ImportQueue queue, InstantSource clock) {
    return new Imports(desk.store(), desk.files(), queue, clock);
  }

  @Bean
  ReadinessCheck indexLoaded(KnownContent known) {
    return () -> known.isReady() ? Optional.empty() : Optional.of("index-not-loaded");
  }

  @Bean
  ReadinessCheck indexFollowing(ChangeFollower follower) {
    return () -> follower.lag().compareTo(LONGEST_LAG) <= 0
        ? Optional.empty()
        : Optional.of("index-not-following");
  }

  @Bean
  Gauge indexLag(MeterRegistry registry, ChangeFollower follower) {
    return Gauge.builder("vigie.index.lag", () -> follower.lag().toSeconds())
        .baseUnit("seconds")
        .register(registry);
  }

  @Bean
  HomePanel banksPanel(Banks banks, KnownContent known) {
    return new BanksPanel(banks, known);
  }

  @Bean
  HomePanel doubtsPanel(Members members) {
    return new DoubtsPanel(members);
  }

  @Bean
  FirstStep createFirstBank(Banks banks) {
    return new FirstBankStep(
        10, "bank.step.create", "/banks/new", () -> !banks.list().isEmpty());
  }

  @Bean
  FirstStep importFirstMembers(Banks banks) {
    return new FirstBankStep(
        20,
        "bank.step.import",
        "/banks",
        () -> banks.list().stream().anyMatch(bank -> bank.members() > 0));
  }

  @Bean
  LedgerActs bankActs(JdbcClient jdbc) {
    return new BankActs(new SubjectNames(jdbc));
  }

  @Bean
  IndexStates indexStates(JdbcClient jdbc, KnownContent known) {
    return new IndexStates(new SignalCounts(jdbc), known);
  }

  @Bean
  CategoriesInUse categoriesOfBanks(BankStore banks) {
    return () -> banks.list().stream().map(Bank::category).collect(Collectors.toSet());
  }
}
