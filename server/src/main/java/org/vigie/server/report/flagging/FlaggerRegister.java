package org.vigie.server.report.flagging;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Agreement;
import org.vigie.server.access.Agreements;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Scope;
import org.vigie.server.frame.Waiting;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.ledger.ReportAct;
import org.vigie.server.report.store.FlaggerStore;

/// The statuses of flaggers: one person proposes a status, another verifies it, and only then
/// does it count. Threads: any.
public final class FlaggerRegister {
  private final FlaggerStore store;
  private final ApiKeys keys;
  private final Agreements agreements;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  public FlaggerRegister(
      FlaggerStore store,
      ApiKeys keys,
      Agreements agreements,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.keys = keys;
    this.agreements = agreements;
    this.ledger = ledger;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// How a change of a status ended.
  public enum Change {
    DONE,
    /// There is no such organisation here, or nothing to do with it now.
    NOTHING_TO_DO,
    /// The proposer cannot verify the status.
    SAME_PERSON,
    /// One administrator alone gave both their access, less than a day ago.
    SAME_ORIGIN,
    /// The verifier, or the proposer by now, lacks the permission.
    NOT_PERMITTED,
    /// There is no key with this id, of the scope `flag` alone, that counts.
    NO_SUCH_KEY
  }

  /// Counts the proposed flaggers that a person may verify.
  public Waiting.Count verifiable(PersonId verifier) {
    return Waiting.Count.of(store.all().stream()
        .map(Flagger::check)
        .filter(check -> check instanceof Flagger.Check.Proposed proposed
            && agreements.consent(proposed.agreement(), verifier) == Agreement.Consent.GIVEN)
        .count());
  }

  public List<Flagger> all() {
    return store.all();
  }

  /// Finds the status of an organisation, whether it counts or not.
  public Optional<Flagger> find(OrganisationId organisation) {
    return store.find(organisation);
  }

  /// Returns the organisation that a key belongs to.
  public Optional<OrganisationId> organisationOf(KeyId key) {
    return store.organisationOf(key);
  }

  /// Returns the keys of an organisation.
  public List<KeyId> keysOf(OrganisationId organisation) {
    return store.keysOf(organisation);
  }

  /// Returns the status of an organisation, if it counts today.
  public Optional<Flagger> standing(OrganisationId organisation) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return store.find(organisation).filter(flagger -> flagger.standsOn(today));
  }

  /// Proposes a status. It replaces any earlier one and has to be verified.
  ///
  /// @param proposed its check is ignored
  public void propose(Caller.Person by, Flagger proposed) {
    transactions.executeWithoutResult(_ -> {
      Flagger.Check check = new Flagger.Check.Proposed(by.reference(), clock.instant());
      store.put(new Flagger(
          proposed.organisation(),
          proposed.status(),
          proposed.awarder(),
          proposed.categories(),
          proposed.from(),
          proposed.until(),
          check));
      ledger.record(by, ReportAct.FLAGGER_PROPOSED, reference(proposed.organisation()));
    });
  }

  /// Verifies the proposal of another person.
  public Change verify(Caller.Person by, OrganisationId organisation) {
    return transactions.execute(_ -> verifyLocked(by, organisation));
  }

  private Change verifyLocked(Caller.Person by, OrganisationId organisation) {
    Optional<Flagger> flagger = store.lock(organisation);
    return flagger.isPresent() && flagger.get().check() instanceof Flagger.Check.Proposed proposed
        ? verify(by, organisation, proposed)
        : Change.NOTHING_TO_DO;
  }

  private Change verify(
      Caller.Person by, OrganisationId organisation, Flagger.Check.Proposed proposed) {
    Change change =
        switch (agreements.consent(proposed.agreement(), by.id())) {
          case GIVEN -> Change.DONE;
          case SAME_PERSON -> Change.SAME_PERSON;
          case BENEFICIARY, NOT_PERMITTED -> Change.NOT_PERMITTED;
          case SAME_ORIGIN -> Change.SAME_ORIGIN;
        };
    if (change == Change.DONE) {
      store.verify(organisation, by.reference(), clock.instant());
      ledger.record(by, ReportAct.FLAGGER_VERIFIED, reference(organisation));
    }
    return change;
  }

  /// Ends a status.
  public Change end(Caller.Person by, OrganisationId organisation) {
    return transactions.execute(_ -> {
      if (!store.end(organisation, by.reference(), clock.instant())) {
        return Change.NOTHING_TO_DO;
      }
      ledger.record(by, ReportAct.FLAGGER_ENDED, reference(organisation));
      return Change.DONE;
    });
  }

  /// Binds a key to an organisation, whose notices it then sends.
  public Change bind(Caller.Person by, OrganisationId organisation, String key) {
    boolean usable = keys.all().stream()
        .filter(known -> known.revokedAt().isEmpty())
        .filter(known -> known.scopes().equals(java.util.Set.of(Scope.FLAG)))
        .filter(known -> !known.limits().test())
        .anyMatch(known -> known.id().value().equals(key));
    if (!usable || store.find(organisation).isEmpty()) {
      return Change.NO_SUCH_KEY;
    }
    return transactions.execute(_ -> {
      if (!store.bind(new KeyId(key), organisation)) {
        return Change.NO_SUCH_KEY;
      }
      ledger.record(by, ReportAct.FLAGGER_KEY_BOUND, reference(organisation));
      return Change.DONE;
    });
  }

  private static String reference(OrganisationId organisation) {
    return "organisation:" + organisation.value();
  }
}
