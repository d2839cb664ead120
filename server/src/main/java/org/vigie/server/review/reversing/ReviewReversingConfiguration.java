package org.vigie.server.review.reversing;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.Independence;
import org.vigie.server.bank.Members;
import org.vigie.server.report.Notices;
import org.vigie.server.review.cases.CaseAccess;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.cases.ReviewSettings;
import org.vigie.server.review.deciding.ClaimListener;
import org.vigie.server.review.deciding.SecondReview;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.CorrectionStore;
import org.vigie.server.review.store.DecisionStore;
import org.vigie.server.review.store.OwnDecisionStore;
import org.vigie.server.review.store.ReopeningStore;
import org.vigie.server.review.viewing.Wellness;

/// Wires the reversal of decisions.
@Configuration(proxyBeanMethods = false)
class ReviewReversingConfiguration {
  @Bean
  CaseReversals reversals(
      ReopeningStore store,
      DecisionStore decisions,
      Notices notices,
      ApplicationEventPublisher events,
      CaseTransactions transactions) {
    return new CaseReversals(store, decisions, notices::openAgain, events, transactions);
  }

  @Bean
  CorrectionRights correctionRights(CaseAccess access, Independence independence) {
    return new CorrectionRights(access, independence);
  }

  @Bean
  CorrectionEffects correctionEffects(
      CaseReversals reversals,
      CaseStore cases,
      Wellness wellness,
      ClaimListener listener,
      ReviewSettings settings,
      CaseTransactions transactions) {
    return new CorrectionEffects(
        reversals, cases, wellness, listener, settings.lock(), transactions);
  }

  @Bean
  Corrections corrections(
      CorrectionStore store,
      DecisionStore decisions,
      CaseStore cases,
      CorrectionRights rights,
      SecondReview secondReview,
      CorrectionEffects effects,
      CaseTransactions transactions) {
    return new Corrections(store, decisions, cases, rights, secondReview, effects, transactions);
  }

  @Bean
  OwnDecisions ownDecisions(
      OwnDecisionStore store, DecisionStore decisions, CaseTransactions transactions) {
    return new OwnDecisions(store, decisions, transactions);
  }

  @Bean
  Reopening reopening(
      ReopeningStore store,
      CaseReversals reversals,
      Members members,
      CaseTransactions transactions) {
    return new Reopening(store, reversals, members::ended, transactions);
  }
}
