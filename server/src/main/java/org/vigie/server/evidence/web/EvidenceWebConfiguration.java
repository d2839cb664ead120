package org.vigie.server.evidence.web;

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Grants;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.Origins;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.evidence.EvidenceCases;
import org.vigie.server.evidence.Vault;
import org.vigie.server.evidence.catalogue.EvidenceCatalogue;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.Section;

/// Wires the pages of the vault.
@Configuration(proxyBeanMethods = false)
class EvidenceWebConfiguration {
  @Bean
  HoldForms holdForms(InstantSource clock) {
    return new HoldForms(clock);
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
  LedgerActs evidenceActs() {
    return new EvidenceActs();
  }

  @Bean
  HomePanel evidencePanel(EvidenceCatalogue catalogue) {
    return new EvidencePanel(catalogue);
  }

  @Bean
  NavigationEntry evidenceEntry() {
    return new NavigationEntry(
        Section.LEGAL, 10, "evidence.title", "/evidence", Permission.EVIDENCE_READ);
  }
}
