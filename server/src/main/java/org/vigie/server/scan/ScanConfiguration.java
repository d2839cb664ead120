package org.vigie.server.scan;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.media.LumaSource;
import org.vigie.media.LumaSources;
import org.vigie.media.MediaSettings;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Permission;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.FloodGuard;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.Members;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.policy.Policies;
import org.vigie.server.scan.store.RetroStore;
import org.vigie.server.scan.store.ScanStore;

/// Wires scans.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScanSettings.class)
class ScanConfiguration {
  @Bean
  LumaSource lumaSource(ScanSettings settings) {
    return LumaSources.inProcess(new MediaSettings(settings.work().maxPixels()));
  }

  @Bean
  Decoders decoders(ScanSettings settings) {
    int chosen = settings.work().decoders();
    return new Decoders(chosen == 0 ? Runtime.getRuntime().availableProcessors() : chosen);
  }

  @Bean(initMethod = "warmUp")
  SignalExtraction signalExtraction(LumaSource source, Decoders decoders, ScanSettings settings) {
    return new SignalExtraction(source, decoders, settings.deadline());
  }

  @Bean
  ScanStore scanStore(JdbcClient jdbc) {
    return new ScanStore(jdbc);
  }

  @Bean
  ScanMeters scanMeters(MeterRegistry registry) {
    return new ScanMeters(registry);
  }

  @Bean
  ScanArchive scanArchive(
      ScanStore store,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      ScanMeters meters) {
    return new ScanArchive(store, new TransactionTemplate(transactions), events, meters);
  }

  @Bean
  SignalComparison signalComparison(KnownContent known, Policies policies, FloodGuard flood) {
    return new SignalComparison(known, policies, flood);
  }

  @Bean
  Scanner scanner(
      SignalExtraction extraction,
      SignalComparison comparison,
      ScanArchive archive,
      InstantSource clock,
      ScanSettings settings) {
    ScanIds ids = new ScanIds(clock, new SecureRandom());
    return new Scanner(extraction, comparison, archive, ids, settings);
  }

  @Bean
  Lookups lookups(
      KnownContent known, Policies policies, Lookups.BankDirectory banks, FloodGuard flood) {
    return new Lookups(known, policies, banks, flood, new SecureRandom());
  }

  @Bean
  Lookups.BankDirectory bankDirectory(Banks banks) {
    return name -> banks.find(name).map(Bank::id);
  }

  @Bean
  ProblemType surfaceNotScanned() {
    return ScanProblems.SURFACE_NOT_SCANNED;
  }

  @Bean
  ProblemType idempotencyKeyReused() {
    return ScanProblems.KEY_REUSED;
  }

  @Bean
  RetroStore retroStore(JdbcClient jdbc) {
    return new RetroStore(jdbc);
  }

  @Bean
  RetroMatch.Comparing retroComparing(KnownContent known, Policies policies, InstantSource clock) {
    return new RetroMatch.Comparing(known, policies, clock);
  }

  @Bean
  RetroMatch retroMatch(
      RetroStore store,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      RetroMatch.Comparing comparing,
      ScanSettings settings) {
    return new RetroMatch(
        store, new TransactionTemplate(transactions), events, comparing, settings.keep());
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  ScanChores scanChores(
      RetroMatch retro,
      RetroStore growth,
      ScanStore scans,
      InstantSource clock,
      ScanSettings settings) {
    return new ScanChores(retro, growth, scans, clock, settings.keep());
  }

  @Bean
  Scans scans(ScanStore store) {
    return new Scans(store);
  }

  @Bean
  MatchDebugger matchDebugger(
      SignalExtraction extraction, KnownContent known, Members members, AccessLedger ledger) {
    return new MatchDebugger(extraction, known, members, ledger);
  }

  @Bean
  NavigationEntry scansEntry() {
    return new NavigationEntry(30, "scan.scans.title", "/scans", Permission.SCANS_READ);
  }

  @Bean
  NavigationEntry debuggerEntry() {
    return new NavigationEntry(40, "scan.debugger.title", "/debugger", Permission.DEBUG_MATCHES);
  }
}
