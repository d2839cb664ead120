package org.vigie.server.access.signin;

import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.AccessRequest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Person;
import org.vigie.server.access.agreement.AccessGiving;
import org.vigie.server.access.agreement.AccessRequests;
import org.vigie.server.access.ledger.AccessAct;
import org.vigie.server.access.people.Enrolments;
import org.vigie.server.access.store.PeopleStore;

/// Links accounts of the OpenID provider to people. If the person is guarded, linking uses up an
/// enrolment link that counts, or waits as a link does. Threads: any.
public final class SingleSignOn {
  private final PeopleStore people;
  private final Enrolments enrolments;
  private final AccessRequests requests;
  private final AccessGiving giving;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;

  public SingleSignOn(
      PeopleStore people,
      Enrolments enrolments,
      AccessRequests requests,
      AccessGiving giving,
      AccessLedger ledger,
      TransactionOperations transactions) {
    this.people = people;
    this.enrolments = enrolments;
    this.requests = requests;
    this.giving = giving;
    this.ledger = ledger;
    this.transactions = transactions;
  }

  /// How linking an account ended.
  public enum Linking {
    LINKED,
    /// It takes effect after an administrator approves, or after a day in sight.
    WAITS,
    /// The person has another account, or the account another person.
    REFUSED
  }

  /// Links an account to a person who has none.
  public Linking link(Person person, String issuer, String subject) {
    return transactions.execute(_ -> linkInTurn(person, issuer, subject));
  }

  private Linking linkInTurn(Person person, String issuer, String subject) {
    requests.lock(person.id());
    if (!isGuarded(person)) {
      boolean done = people.link(person.id(), issuer, subject);
      if (done) {
        giving.tookAccount(person.id());
      }
      return linked(person, issuer, subject, done);
    }
    if (enrolments.useForSingleSignOn(person.id())) {
      return linked(person, issuer, subject, people.link(person.id(), issuer, subject));
    }
    if (people.hasIdentity(person.id())) {
      return Linking.REFUSED;
    }
    Caller self = new Caller.Person(person.id());
    return requests.ask(self, person.id(), new AccessRequest.SingleSignOn(issuer, subject))
        ? linked(person, issuer, subject, true)
        : Linking.WAITS;
  }

  private boolean isGuarded(Person person) {
    return people.find(person.id()).map(requests::isGuarded).orElse(true);
  }

  /// Records that a person known to the provider was refused.
  public void refused(Person person) {
    ledger.record(
        new Caller.Vigie(), AccessAct.SIGN_IN_REFUSED, new Caller.Person(person.id()).reference());
  }

  private Linking linked(Person person, String issuer, String subject, boolean done) {
    boolean linked = done
        && people
            .find(issuer, subject)
            .filter(found -> found.id().equals(person.id()))
            .isPresent();
    if (linked) {
      Caller self = new Caller.Person(person.id());
      ledger.record(self, AccessAct.SINGLE_SIGN_ON_LINKED, self.reference());
    }
    return linked ? Linking.LINKED : Linking.REFUSED;
  }
}
