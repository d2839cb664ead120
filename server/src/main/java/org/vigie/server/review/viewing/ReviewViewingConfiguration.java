package org.vigie.server.review.viewing;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.Grants;
import org.vigie.server.evidence.Renditions;
import org.vigie.server.evidence.Vault;
import org.vigie.server.review.cases.CaseAccess;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.cases.ReviewSettings;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.ViewingStore;
import org.vigie.server.review.store.WellnessStore;

/// Wires the view of media.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewingSettings.class)
class ReviewViewingConfiguration {
  @Bean
  Wellness wellness(WellnessStore store, ReviewSettings settings) {
    return new Wellness(store, settings.exposure());
  }

  @Bean
  Viewings viewings(ViewingStore store, ViewingSettings settings) {
    return new Viewings(store, settings);
  }

  @Bean
  GrantedEvidence grantedEvidence(Grants grants, Vault vault, Renditions renditions) {
    return new GrantedEvidence(grants, vault, renditions);
  }

  @Bean
  CaseMedia caseMedia(
      CaseStore cases,
      CaseAccess access,
      GrantedEvidence evidence,
      Viewings viewings,
      Wellness wellness,
      CaseTransactions transactions) {
    return new CaseMedia(cases, access, evidence, viewings, wellness, transactions);
  }
}
