package org.vigie.server.scan;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
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
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.Permission;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.FloodGuard;
import org.vigie.server.bank.Growth;
import org.vigie.server.bank.IdleMembers;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.Members;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.frame.ReadinessCheck;
import org.vigie.server.frame.TimeOrderedIds;
import org.vigie.server.frame.UploadPaths;
import org.vigie.server.policy.Policies;
import org.vigie.server.scan.store.RetroStore;
import org.vigie.server.scan.store.ScanStore;

/// Wires scans.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScanSettings.class)
class ScanConfiguration {
  /// Media to scan, and to explain.
  @Bean
  UploadPaths scannedFiles() {
    return new UploadPaths(Pattern.compile("/api/v1/scans|/debugger"));
  }

  @Bean
  LumaSource lumaSource(ScanSettings settings) {
    return LumaSources.inProcess(new MediaSettings(settings.work().maxPixels()));
  }

  @Bean
  Decoders decoders(ScanSettings settings) {
    int chosen = settings.work().decoders();
    return new Decoders(chosen == 0 ? Runtime.getRuntime().availableProcessors() : chosen);
  }

  @Bean(initMethod = "beginWarmUp")
  SignalExtraction signalExtraction(LumaSource source, Decoders decoders, ScanSettings settings) {
    long memory = Runtime.getRuntime().maxMemory() / 2;
    return new SignalExtraction(source, decoders, settings.deadline(), memory);
  }

  @Bean
  ReadinessCheck scansWarm(SignalExtraction extraction) {
    return () -> extraction.isWarm() ? Optional.empty() : Optional.of("scan-warming-up");
  }

  @Bean
  ScanStore scanStore(JdbcClient jdbc) {
    return new ScanStore(jdbc);
  }

  @Bean
  ScanMeters scanMeters(MeterRegistry registry, InstantSource clock) {
    return new ScanMeters(registry, clock);
  }

  @Bean
  MediaKeeping mediaKeeping(Vault vault, ScanSettings settings) {
    return new MediaKeeping(vault, settings);
  }

  @Bean
  ScanArchive scanArchive(
      ScanStore store,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      ScanMeters meters,
      MediaKeeping keeping,
      MatchedAttachments attachments) {
    return new ScanArchive(
        store, new TransactionTemplate(transactions), events, meters, keeping, attachments);
  }

  @Bean
  MatchedAttachments matchedAttachments(
      SealedElsewhere elsewhere, Vault vault, ScanStore store, ScanSettings settings) {
    return new MatchedAttachments(elsewhere, vault, store, settings);
  }

  @Bean
  SignalComparison signalComparison(KnownContent known, Policies policies, FloodGuard flood) {
    return new SignalComparison(known, policies, flood);
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  LateReading lateReading(
      SignalExtraction extraction, SignalComparison comparison, ScanArchive archive) {
    return new LateReading(extraction, comparison, archive, Runtime.getRuntime().maxMemory());
  }

  @Bean
  Scanner scanner(
      SignalExtraction extraction,
      SignalComparison comparison,
      ScanArchive archive,
      InstantSource clock,
      ScanSettings settings,
      LateReading late) {
    TimeOrderedIds ids = new TimeOrderedIds(clock, new SecureRandom());
    return new Scanner(extraction, comparison, archive, ids, settings, late);
  }

  @Bean
  Lookups lookups(
      KnownContent known,
      Policies policies,
      Lookups.BankDirectory banks,
      FloodGuard flood,
      ScanMeters meters) {
    return new Lookups(
        known, policies, banks, flood, new Lookups.Sampling(new SecureRandom(), meters));
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
  RetroComparison.Comparing retroComparing(
      KnownContent known, Growth growth, Policies policies, InstantSource clock) {
    return new RetroComparison.Comparing(known, growth, policies, clock);
  }

  @Bean
  RetroComparison retroComparison(
      RetroStore store,
      RetroComparison.Comparing with,
      ApplicationEventPublisher events,
      ScanMeters meters,
      MatchedAttachments attachments) {
    return new RetroComparison(store, with, events, meters, attachments);
  }

  @Bean
  RetroMatch retroMatch(
      RetroStore store,
      PlatformTransactionManager transactions,
      RetroComparison comparison,
      RetroComparison.Comparing with,
      ScanSettings settings) {
    RetroMatch.Limits limits = RetroMatch.Limits.usual(settings.keep());
    return new RetroMatch(store, new TransactionTemplate(transactions), comparison, with, limits);
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
      SignalExtraction extraction,
      MatchDebugger.Sources sources,
      AccessLedger ledger,
      InstantSource clock) {
    return new MatchDebugger(extraction, sources, ledger, clock);
  }

  @Bean
  MatchDebugger.Sources debuggerSources(KnownContent known, IdleMembers idle, Members members) {
    return new MatchDebugger.Sources(known, idle, members);
  }

  @Bean
  HomePanel scansPanel(ScanStore scans, RetroStore retro, InstantSource clock) {
    return new ScansPanel(scans, retro, clock);
  }

  @Bean
  LedgerActs scanActs() {
    return new ScanActs();
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
