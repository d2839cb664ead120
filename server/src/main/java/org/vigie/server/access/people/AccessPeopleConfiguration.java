package org.vigie.server.access.people;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.agreement.AccessGiving;
import org.vigie.server.access.agreement.AccessRequests;
import org.vigie.server.access.store.EnrolmentStore;
import org.vigie.server.access.store.IssueStore;
import org.vigie.server.access.store.PeopleStore;

/// Wires people and their enrolment.
@Configuration(proxyBeanMethods = false)
class AccessPeopleConfiguration {
  @Bean
  StoredPeople people(
      PeopleStore store,
      IssueStore issues,
      AccessRequests requests,
      AccessGiving giving,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    return new StoredPeople(store, issues, requests, giving, ledger, transactions, clock);
  }

  @Bean
  EnrolmentLinks enrolmentLinks(
      EnrolmentStore store, InstantSource clock, AccessSettings settings, SecureRandom random) {
    return new EnrolmentLinks(store, clock, settings.enrolmentValidity(), random);
  }

  @Bean
  Enrolments enrolments(
      EnrolmentLinks links,
      PeopleStore people,
      AccessRequests requests,
      AccessGiving giving,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    return new Enrolments(links, people, requests, giving, ledger, transactions, clock);
  }
}
