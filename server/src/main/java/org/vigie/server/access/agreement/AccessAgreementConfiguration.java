package org.vigie.server.access.agreement;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Agreements;
import org.vigie.server.access.Independence;
import org.vigie.server.access.People;
import org.vigie.server.access.SetUp;
import org.vigie.server.access.store.EnrolmentStore;
import org.vigie.server.access.store.GrantStore;
import org.vigie.server.access.store.IssueStore;
import org.vigie.server.access.store.PeopleStore;
import org.vigie.server.access.store.RequestStore;
import org.vigie.server.frame.BackgroundWork;

/// Wires requests for access, grants, and the check that two people are independent.
@Configuration(proxyBeanMethods = false)
class AccessAgreementConfiguration {
  private static final Duration PAUSE = Duration.ofSeconds(30);

  @Bean
  SharedOrigins independence(IssueStore issues, InstantSource clock) {
    return new SharedOrigins(issues, clock);
  }

  @Bean
  WordedOrigins origins(SharedOrigins origins, People people) {
    return new WordedOrigins(origins, people);
  }

  @Bean
  CheckedAgreements agreements(PeopleStore people, Independence independence) {
    return new CheckedAgreements(people, independence);
  }

  @Bean
  StoredGrants grants(
      GrantStore store,
      PeopleStore people,
      Agreements agreements,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    return new StoredGrants(store, people, agreements, ledger, transactions, clock);
  }

  @Bean
  GuardedAccess guardedAccess(
      PeopleStore people, RequestStore requests, SetUp setUp, InstantSource clock) {
    return new GuardedAccess(people, requests, setUp, clock);
  }

  @Bean
  AccessGiving accessGiving(
      PeopleStore people,
      EnrolmentStore enrolments,
      IssueStore issues,
      AccessLedger ledger,
      InstantSource clock) {
    return new AccessGiving(people, enrolments, issues, ledger, clock);
  }

  @Bean
  RequestAnnouncements requestAnnouncements(
      PeopleStore people, AccessLedger ledger, ApplicationEventPublisher events) {
    return new RequestAnnouncements(people, ledger, events);
  }

  @Bean
  AccessRequests accessRequests(
      RequestStore store,
      GuardedAccess guarded,
      Agreements agreements,
      AccessGiving giving,
      RequestAnnouncements announcements,
      TransactionOperations transactions,
      InstantSource clock) {
    return new AccessRequests(
        store, guarded, agreements, giving, announcements, transactions, clock);
  }

  /// Puts requests into effect that were not stopped within their day.
  @Bean(initMethod = "start", destroyMethod = "stop")
  BackgroundWork accessRequestChores(AccessRequests requests) {
    return new BackgroundWork(
        "access-requests", PAUSE, () -> requests.step() ? Duration.ZERO : PAUSE);
  }
}
