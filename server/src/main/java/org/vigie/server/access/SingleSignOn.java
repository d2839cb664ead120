package org.vigie.server.access;

import org.springframework.transaction.annotation.Transactional;
import org.vigie.server.access.store.PeopleStore;

/// Makes an account of the OpenID provider the account of a person. For whoever opens evidence or
/// approves, that uses up an enrolment link that counts, or waits as one does.
@Transactional
public class SingleSignOn {
  private final PeopleStore people;
  private final Enrolments enrolments;
  private final AccessRequests requests;
  private final AccessLedger ledger;

  public SingleSignOn(
      PeopleStore people, Enrolments enrolments, AccessRequests requests, AccessLedger ledger) {
    this.people = people;
    this.enrolments = enrolments;
    this.requests = requests;
    this.ledger = ledger;
  }

  /// How linking an account ended.
  public enum Linking {
    LINKED,
    /// It takes effect once an administrator agrees, or after a day in sight.
    WAITS,
    /// The person has another account, or the account another person.
    REFUSED
  }

  /// Links an account to somebody who has none.
  public Linking link(Person person, String issuer, String subject) {
    requests.lock(person.id());
    if (!isGuarded(person)) {
      boolean done = people.link(person.id(), issuer, subject);
      if (done) {
        requests.tookAccount(person.id());
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

  /// Notes that somebody whom the provider knows did not enter.
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
