package org.vigie.server.evidence;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.vigie.media.DecodingMemory;
import org.vigie.media.LumaSources;
import org.vigie.media.MediaSettings;
import org.vigie.platform.KeyRing;
import org.vigie.platform.blob.BlobStore;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Grants;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.Origins;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.SetUp;
import org.vigie.server.evidence.seal.KeyWrapping;
import org.vigie.server.evidence.store.CustodyStore;
import org.vigie.server.evidence.store.HoldStore;
import org.vigie.server.evidence.store.ObjectStore;
import org.vigie.server.evidence.veil.RenditionDecoder;
import org.vigie.server.evidence.veil.RenditionThreads;
import org.vigie.server.evidence.web.CaseLinks;
import org.vigie.server.evidence.web.ChainRows;
import org.vigie.server.evidence.web.EvidenceViews;
import org.vigie.server.evidence.web.GrantRows;
import org.vigie.server.evidence.web.HoldForms;
import org.vigie.server.evidence.web.Leaves;
import org.vigie.server.evidence.web.Names;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.frame.TimeOrderedIds;

/// Wires the vault.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceSettings.class)
class EvidenceConfiguration {
  private static final long MOST_PIXELS = 50_000_000;

  /// For files behind their veil while their rendition is made; and as much to decode them.
  private static final int SHARE_OF_HEAP = 8;

  private static final Duration RENDITION_LIMIT = Duration.ofSeconds(2);

  @Bean
  BlobStore blobStore(EvidenceSettings settings) throws IOException {
    return EvidenceBlobs.open(settings);
  }

  @Bean
  KeyWrapping keyWrapping(EvidenceSettings settings, KeyRing keys, SecureRandom random) {
    return EvidenceKeys.of(settings, keys, random);
  }

  @Bean
  ObjectStore evidenceObjects(JdbcClient jdbc) {
    return new ObjectStore(jdbc);
  }

  @Bean
  VaultParts.Sealing evidenceSealing(
      BlobStore blobs, KeyWrapping wrapping, InstantSource clock, SecureRandom random) {
    return new VaultParts.Sealing(blobs, wrapping, new TimeOrderedIds(clock, random), random);
  }

  @Bean
  VaultParts.Tables evidenceTables(JdbcClient jdbc, ObjectStore objects, InstantSource clock) {
    return new VaultParts.Tables(
        objects, new HoldStore(jdbc), new CustodyLog(new CustodyStore(jdbc), clock));
  }

  @Bean
  VaultParts.Records evidenceRecords(
      VaultParts.Tables tables,
      Grants grants,
      AccessLedger ledger,
      VaultParts.Committing committing,
      InstantSource clock) {
    return new VaultParts.Records(tables, grants, ledger, committing, clock);
  }

  @Bean
  VaultParts.Committing evidenceCommitting(
      PlatformTransactionManager transactions, ApplicationEventPublisher events) {
    return VaultParts.Committing.by(transactions, events);
  }

  @Bean
  VaultTerms vaultTerms(VaultParts.Sealing sealing, VaultParts.Records records) {
    return new VaultTerms(records, sealing.blobs());
  }

  @Bean
  Vault vault(VaultParts.Sealing sealing, VaultParts.Records records, VaultTerms terms) {
    return new SealedVault(sealing, records, terms);
  }

  /// Pictures of up to fifty million pixels; larger ones are a blank behind their veil.
  @Bean
  Renditions renditions(Vault vault, RenditionThreads threads) {
    return new Renditions(
        vault,
        new RenditionDecoder(
            LumaSources.inProcess(new MediaSettings(MOST_PIXELS)),
            threads,
            new DecodingMemory(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)),
        new DecodingMemory(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
  }

  @Bean
  RenditionThreads renditionThreads() {
    return new RenditionThreads(RENDITION_LIMIT, System::nanoTime);
  }

  @Bean
  Destructions destructions(VaultTerms terms, VaultParts.Records records) {
    return new Destructions(terms, records);
  }

  @Bean
  EvidenceCatalogue evidenceCatalogue(ObjectStore objects, JdbcClient jdbc, InstantSource clock) {
    return new EvidenceCatalogue(objects, new CustodyStore(jdbc), clock);
  }

  @Bean
  SetUp setUp(ObjectStore objects) {
    return new EvidenceSetUp(objects);
  }

  @Bean
  HoldForms holdForms(InstantSource clock) {
    return new HoldForms(clock);
  }

  @Bean
  Leaves evidenceLeaves(Grants grants, Destructions destructions) {
    return new Leaves(grants, destructions);
  }

  @Bean
  CaseLinks caseLinks(List<EvidenceCases> cases, List<LedgerActs> modules, Names names) {
    return new CaseLinks(cases, modules, names);
  }

  @Bean
  Names evidenceNames(People people, ApiKeys keys) {
    return new Names(people, keys);
  }

  @Bean
  ChainRows chainRows(Grants grants, Names names, CaseLinks links) {
    return new ChainRows(grants, names, links);
  }

  @Bean
  GrantRows grantRows(Grants grants, Names names, CaseLinks cases, Origins origins) {
    return new GrantRows(grants, names, cases, origins);
  }

  @Bean
  EvidenceViews evidenceViews(
      Vault vault, EvidenceCatalogue catalogue, GrantRows rows, ChainRows chains, CaseLinks links) {
    return new EvidenceViews(vault, catalogue, rows, chains, links);
  }

  @Bean
  ProblemType evidenceGone() {
    return EvidenceProblems.GONE;
  }

  @Bean
  ProblemType noSuchHold() {
    return EvidenceProblems.NO_SUCH_HOLD;
  }

  @Bean
  ProblemType evidenceRefused() {
    return EvidenceProblems.REFUSED;
  }

  @Bean
  ProblemType evidenceDamaged() {
    return EvidenceProblems.DAMAGED;
  }

  @Bean
  LedgerActs evidenceActs() {
    return new EvidenceActs();
  }

  @Bean
  HomePanel evidencePanel(ObjectStore objects, InstantSource clock) {
    return new EvidencePanel(objects, clock);
  }

  @Bean
  NavigationEntry evidenceEntry() {
    return new NavigationEntry(45, "evidence.title", "/evidence", Permission.EVIDENCE_READ);
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  EvidenceChores evidenceChores(
      Vault vault, ObjectStore objects, BlobStore blobs, InstantSource clock) {
    return new EvidenceChores(vault, objects, blobs, clock);
  }
}
