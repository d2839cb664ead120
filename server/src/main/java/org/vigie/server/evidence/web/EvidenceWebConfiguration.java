package org.vigie.server.evidence.web;

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.Agreement;
import org.vigie.server.access.Agreements;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Grants;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.Origins;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Viewer;
import org.vigie.server.access.WaitingGrant;
import org.vigie.server.evidence.EvidenceCases;
import org.vigie.server.evidence.Vault;
import org.vigie.server.evidence.catalogue.EvidenceCatalogue;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.Section;
import org.vigie.server.frame.Waiting;

/// Wires the pages of the vault.
@Configuration(proxyBeanMethods = false)
class EvidenceWebConfiguration {
  /// The most pending requests that are looked at to count those of one approver.
  private static final int MOST_CONSIDERED = 30;

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
        Section.LEGAL, 20, "evidence.navigation.vault", "/evidence", Permission.EVIDENCE_READ);
  }

  @Bean
  NavigationEntry grantsEntry() {
    return new NavigationEntry(
        Section.LEGAL,
        10,
        "evidence.navigation.requests",
        "/evidence/grants",
        Permission.GRANTS_READ);
  }

  @Bean
  Waiting grantsToApprove(Grants grants, Agreements agreements) {
    return new Waiting(
        40,
        Permission.EVIDENCE_GRANT,
        "evidence.waiting.grants",
        "/evidence/grants#grants",
        "/evidence/grants",
        Viewer.counting(person -> approvable(grants, agreements, person)));
  }

  private static Waiting.Count approvable(Grants grants, Agreements agreements, PersonId approver) {
    List<Agreement> own = grants.waiting().stream()
        .filter(each -> each.request().purpose().needsTwoPeople())
        .limit(MOST_CONSIDERED)
        .map(WaitingGrant::agreement)
        .filter(each -> agreements.consent(each, approver) == Agreement.Consent.GIVEN)
        .toList();
    return new Waiting.Count(own.size(), own.stream().map(Agreement::endsAt).findFirst());
  }
}
