package org.vigie.server.review.deciding;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.Independence;
import org.vigie.server.frame.BackgroundWork;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Notices;
import org.vigie.server.review.Decisions;
import org.vigie.server.review.cases.CaseAccess;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.cases.ReviewSettings;
import org.vigie.server.review.quality.Sampling;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.CorrectionStore;
import org.vigie.server.review.store.DecisionStore;
import org.vigie.server.review.store.NextStore;
import org.vigie.server.review.viewing.CaseMedia;
import org.vigie.server.review.viewing.Wellness;
import org.vigie.server.scan.Scans;

/// Wires the desk, and the work that makes decisions take effect.
@Configuration(proxyBeanMethods = false)
class ReviewDecidingConfiguration {
  private static final Duration PAUSE = Duration.ofMillis(250);

  @Bean
  Outlooks outlooks(
      DecisionStore decisions, Policies policies, Notices notices, InstantSource clock) {
    return new Outlooks(decisions, policies, notices::circumstances, clock);
  }

  @Bean
  Claiming claiming(
      CaseStore cases,
      NextStore next,
      CaseAccess access,
      Wellness wellness,
      ClaimListener listener,
      ReviewSettings settings,
      CaseTransactions transactions) {
    return new Claiming(cases, next, access, wellness, listener, settings.lock(), transactions);
  }

  @Bean
  ReviewDesk desk(
      Claiming claiming,
      CaseStore cases,
      DecisionStore decisions,
      CaseAccess access,
      Outlooks outlooks,
      CaseMedia media,
      ReviewSettings settings,
      CaseTransactions transactions) {
    return new ReviewDesk(
        claiming,
        cases,
        decisions,
        access,
        outlooks,
        media::isUnseen,
        settings.undo(),
        transactions);
  }

  @Bean
  Bulk bulk(
      ReviewDesk desk,
      CaseStore cases,
      CaseAccess access,
      Outlooks outlooks,
      Wellness wellness,
      CaseMedia media,
      InstantSource clock) {
    return new Bulk(desk, cases, access, outlooks, wellness, media::isUnseen, clock);
  }

  @Bean
  Decisions decisions(DecisionStore decisions, CaseStore cases, Scans scans, Notices notices) {
    return new StoredDecisions(decisions, cases, new SourceSubjects(scans, notices)::of);
  }

  @Bean
  SecondReview secondReview(
      Policies policies, Independence independence, CorrectionStore corrections) {
    return new SecondReview(policies, independence, corrections);
  }

  @Bean
  ReporterNotifier reporterNotifier(Notices notices, MessageSource messages) {
    return new NoticeOutcomes(notices, messages);
  }

  @Bean
  Finalisation finalisation(
      CaseStore cases,
      DecisionStore decisions,
      SecondReview secondReview,
      ReporterNotifier reporters,
      Sampling sampling,
      ApplicationEventPublisher events,
      CaseTransactions transactions) {
    return new Finalisation(
        cases, decisions, secondReview, reporters, sampling, events, transactions);
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  BackgroundWork decisionSettling(Finalisation finalisation, InstantSource clock) {
    Settling settling = new Settling(finalisation, clock);
    return new BackgroundWork("review-settling", PAUSE, () -> {
      settling.step();
      return PAUSE;
    });
  }

  /// Puts cases back whose claim has expired.
  @Bean(initMethod = "start", destroyMethod = "stop")
  BackgroundWork claimExpiry(CaseStore cases, InstantSource clock) {
    return new BackgroundWork("review-claim-expiry", PAUSE, () -> {
      cases.releaseExpired(clock.instant());
      return PAUSE;
    });
  }

  @Bean
  OverdueDecisions overdueDecisions(Finalisation finalisation) {
    return new OverdueDecisions(finalisation);
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  BackgroundWork overdueDecisionsCount(OverdueDecisions overdue) {
    return new BackgroundWork("review-overdue-count", PAUSE, overdue::count);
  }

  @Bean
  Gauge overdueDecisionsGauge(MeterRegistry registry, OverdueDecisions overdue) {
    return Gauge.builder("vigie.decisions.overdue", overdue::last).register(registry);
  }
}
