package org.vigie.server.access.agreement;

import java.util.Optional;
import org.vigie.server.access.Agreement;
import org.vigie.server.access.Agreement.Consent;
import org.vigie.server.access.Agreements;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Independence;
import org.vigie.server.access.Permission;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.store.PeopleStore;

/// The one rule of consent by two people: different, permitted and independent.
final class CheckedAgreements implements Agreements {
  private final PeopleStore people;
  private final Independence independence;

  CheckedAgreements(PeopleStore people, Independence independence) {
    this.people = people;
    this.independence = independence;
  }

  @Override
  public Consent consent(Agreement agreement, PersonId approver) {
    if (agreement.isRequester(new Caller.Person(approver))) {
      return Consent.SAME_PERSON;
    }
    if (agreement.beneficiary().equals(Optional.of(approver))) {
      return Consent.BENEFICIARY;
    }
    if (!may(approver, agreement.approverNeeds()) || !isRequesterPermitted(agreement)) {
      return Consent.NOT_PERMITTED;
    }
    return isIndependent(agreement.requester(), approver) ? Consent.GIVEN : Consent.SAME_ORIGIN;
  }

  private boolean isIndependent(Caller requester, PersonId approver) {
    return !(requester instanceof Caller.Person(PersonId id))
        || independence.isBetween(id, approver);
  }

  @Override
  public boolean isRequesterPermitted(Agreement agreement) {
    return !(agreement.requester() instanceof Caller.Person(PersonId id))
        || agreement.requesterNeeds().map(permission -> may(id, permission)).orElse(true);
  }

  private boolean may(PersonId id, Permission permission) {
    return people
        .find(id)
        .filter(person -> person.permissions().contains(permission))
        .isPresent();
  }
}
