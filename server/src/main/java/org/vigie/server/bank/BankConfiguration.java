package org.vigie.server.bank;

import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.bank.index.ChangeFollower;
import org.vigie.server.bank.index.LoadedIndex;
import org.vigie.server.bank.store.BankStore;
import org.vigie.server.bank.store.ChangeLog;
import org.vigie.server.bank.store.MemberStore;
import org.vigie.server.bank.store.SignalValues;
import org.vigie.server.frame.FirstStep;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.ReadinessCheck;

/// Wires the banks.
@Configuration(proxyBeanMethods = false)
class BankConfiguration {
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
  ChangeFollower changeFollower(DataSource database, SignalValues values, LoadedIndex loaded) {
    return new ChangeFollower(database, values, loaded);
  }

  @Bean
  Revisions bankRevisions(
      PlatformTransactionManager transactions,
      JdbcClient jdbc,
      InstantSource clock,
      ApplicationEventPublisher events,
      ChangeFollower follower) {
    return new Revisions(
        new TransactionTemplate(transactions), new ChangeLog(jdbc, clock), events, follower);
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

  @Bean
  ReadinessCheck indexLoaded(KnownContent known) {
    return () -> known.isReady() ? Optional.empty() : Optional.of("index-not-loaded");
  }

  @Bean
  HomePanel banksPanel(Banks banks, KnownContent known) {
    return new BanksPanel(banks, known);
  }

  @Bean
  FirstStep createFirstBank(Banks banks) {
    return new FirstBankStep(
        10, "bank.step.create", "/banks/new", () -> !banks.list().isEmpty());
  }

  @Bean
  FirstStep importFirstMembers(Banks banks) {
    return new FirstBankStep(20, "bank.step.import", "/banks", () ->
        banks.list().stream().anyMatch(bank -> bank.members() > 0));
  }
}
