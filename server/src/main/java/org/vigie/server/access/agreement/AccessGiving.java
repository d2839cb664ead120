package org.vigie.server.access.agreement;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.AccessRequest;
import org.vigie.server.access.Agreement;
import org.vigie.server.access.Caller;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.ledger.AccessAct;
import org.vigie.server.access.store.EnrolmentStore;
import org.vigie.server.access.store.IssueStore;
import org.vigie.server.access.store.PeopleStore;

/// Puts access into effect, and records giver, receiver and approver, if there is one.
///
/// Runs in the transaction of its caller. Threads: any.
public final class AccessGiving {
  private final PeopleStore people;
  private final EnrolmentStore enrolments;
  private final IssueStore issues;
  private final AccessLedger ledger;
  private final InstantSource clock;

  public AccessGiving(
      PeopleStore people,
      EnrolmentStore enrolments,
      IssueStore issues,
      AccessLedger ledger,
      InstantSource clock) {
    this.people = people;
    this.enrolments = enrolments;
    this.issues = issues;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Puts a request into effect.
  ///
  /// @param agreedBy the reference of the second administrator, if one approved
  void apply(AccessRequest request, Optional<String> agreedBy) {
    Instant now = clock.instant();
    PersonId person = request.person();
    switch (request.change()) {
      case AccessRequest.Link _ -> enrolments.clear(request.id(), agreedBy, now);
      case AccessRequest.Roles added -> people.addRoles(person, added.roles());
      case AccessRequest.Enable _ -> enable(request, agreedBy);
      case AccessRequest.SingleSignOn account ->
        people.link(person, account.issuer(), account.subject());
    }
    AccessRequest.Kind kind = request.change() instanceof AccessRequest.Roles
        ? AccessRequest.Kind.ROLES
        : request.change().kind();
    if (kind != AccessRequest.Kind.LINK) {
      issues.add(
          person,
          kind,
          new IssueStore.Issue(request.askedBy(), agreedBy, now, request.dueAt(), true));
    }
  }

  private void enable(AccessRequest request, Optional<String> agreedBy) {
    if (people.enable(request.person())) {
      ledger.record(
          Caller.of(agreedBy.orElse(request.askedBy())),
          AccessAct.PERSON_ENABLED,
          reference(request.person()));
    }
  }

  /// Binds the link that a person just got to its request, which clears or removes it later.
  void tieLink(AccessRequest request) {
    enrolments.tie(request.person(), request.id());
  }

  /// Removes the link of a request that was stopped.
  void removeLink(AccessRequest request) {
    enrolments.remove(request.id());
  }

  /// Records that a person used an enrolment link. If the link did not have to wait, its use is
  /// the first that others see of it, and the day in sight begins now.
  ///
  /// @param made who made the link, and who approved it
  public void usedLink(PersonId person, IssueStore.Issue made) {
    Instant now = clock.instant();
    Instant settledAt = made.inSight() ? made.settledAt() : now.plus(Agreement.WAIT);
    issues.add(
        person,
        AccessRequest.Kind.LINK,
        new IssueStore.Issue(made.issuedBy(), made.agreedBy(), now, settledAt, made.inSight()));
  }

  /// Records that an unguarded person linked an account of the OpenID provider by themselves.
  public void tookAccount(PersonId person) {
    Instant now = clock.instant();
    issues.add(
        person,
        AccessRequest.Kind.SINGLE_SIGN_ON,
        new IssueStore.Issue(
            reference(person), Optional.empty(), now, now.plus(Agreement.WAIT), false));
  }

  /// Returns whether one person alone gave a person their way in, without a chance to object.
  public boolean hasUnseenWayIn(PersonId person) {
    return issues.hasUnseenWayIn(reference(person), clock.instant());
  }

  private static String reference(PersonId person) {
    return new Caller.Person(person).reference();
  }
}
