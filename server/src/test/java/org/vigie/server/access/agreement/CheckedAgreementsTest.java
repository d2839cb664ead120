package org.vigie.server.access.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.Agreement;
import org.vigie.server.access.Agreement.Consent;
import org.vigie.server.access.Agreements;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Permission;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Role;

/// Two people agree only if they are different, permitted and independent.
final class CheckedAgreementsTest extends AccessByTwo {
  private final Agreements agreements;

  @Autowired
  CheckedAgreementsTest(
      JdbcClient jdbc, TransactionOperations transactions, AccessSettings settings) {
    super(jdbc, transactions, settings);
    this.agreements = new CheckedAgreements(persons, origins);
  }

  private Agreement by(Caller requester, Optional<PersonId> beneficiary) {
    return new Agreement(
        requester, Optional.of(Permission.PEOPLE_WRITE), Permission.PEOPLE_WRITE, beneficiary, now);
  }

  @Test
  void consent_ofARequesterABeneficiaryOrSomebodyWithoutThePermission_doesNotCount() {
    Agreement agreement = by(ada, Optional.of(lex.id()));

    assertThat(agreements.consent(agreement, ada.id())).isEqualTo(Consent.SAME_PERSON);
    assertThat(agreements.consent(agreement, lex.id())).isEqualTo(Consent.BENEFICIARY);
    assertThat(agreements.consent(agreement, person(Role.LEGAL).id()))
        .isEqualTo(Consent.NOT_PERMITTED);
    assertThat(agreements.consent(agreement, bob.id())).isEqualTo(Consent.GIVEN);
  }

  @Test
  void consent_toSomebodyWhoLostThePermission_doesNotCount_unlessNoneIsNeeded() {
    Agreement needed = by(ada, Optional.empty());
    Agreement free =
        new Agreement(ada, Optional.empty(), Permission.PEOPLE_WRITE, Optional.empty(), now);
    in(() -> people.setRoles(bob, ada.id(), Set.of()));

    assertThat(agreements.consent(needed, bob.id())).isEqualTo(Consent.NOT_PERMITTED);
    assertThat(agreements.isRequesterPermitted(needed)).isFalse();
    assertThat(agreements.consent(free, bob.id())).isEqualTo(Consent.GIVEN);
  }

  @Test
  void consent_ofSomebodyLetInByTheRequester_countsAfterADay() {
    settingUp = true;
    Caller.Person cyd = invited(ada, Role.ADMINISTRATOR);
    assertThat(use(link(ada, cyd), cyd)).isTrue();

    assertThat(agreements.consent(by(ada, Optional.empty()), cyd.id()))
        .isEqualTo(Consent.SAME_ORIGIN);
    now = now.plus(Agreement.WAIT);
    assertThat(agreements.consent(by(ada, Optional.empty()), cyd.id())).isEqualTo(Consent.GIVEN);
  }

  @Test
  void request_isPendingForADay() {
    Agreement agreement = by(ada, Optional.empty());

    assertThat(agreement.isPending(now.plus(Agreement.WAIT).minusNanos(1))).isTrue();
    assertThat(agreement.isPending(now.plus(Agreement.WAIT))).isFalse();
    assertThat(agreement.isRequester(ada)).isTrue();
    assertThat(agreement.isRequester(bob)).isFalse();
  }
}
