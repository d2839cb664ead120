package org.vigie.server.access.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.ServerTest;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Grant;
import org.vigie.server.access.GrantApproval;
import org.vigie.server.access.GrantId;
import org.vigie.server.access.GrantRequest;
import org.vigie.server.access.GrantStanding;
import org.vigie.server.access.Grants;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Purpose;
import org.vigie.server.access.Role;
import org.vigie.server.access.WaitingGrant;
import org.vigie.server.access.store.GrantStore;
import org.vigie.server.access.store.IssueStore;
import org.vigie.server.access.store.PeopleStore;

/// Grants to open evidence: their holders, durations and ends.
@ServerTest
final class GrantsTest {
  private static final String PICTURE = "evidence:00000000-0000-4000-8000-000000000042";
  private static final String OTHER = "evidence:00000000-0000-4000-8000-000000000043";

  private final JdbcClient jdbc;
  private final People people;
  private final Grants grants;
  private Instant now = Instant.parse("2026-11-22T10:00:00.123456Z");

  @Autowired
  GrantsTest(
      JdbcClient jdbc,
      People people,
      PeopleStore store,
      AccessLedger ledger,
      TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.people = people;
    this.grants = new StoredGrants(
        new GrantStore(jdbc),
        store,
        new CheckedAgreements(store, new SharedOrigins(new IssueStore(jdbc), () -> now)),
        ledger,
        transactions,
        () -> now);
  }

  private PersonId reviewer = new PersonId(new UUID(0, 0));
  private PersonId legal = new PersonId(new UUID(0, 0));
  private PersonId secondLegal = new PersonId(new UUID(0, 0));

  @BeforeEach
  void invite() {
    reviewer = person(Role.REVIEWER);
    legal = person(Role.LEGAL);
    secondLegal = person(Role.LEGAL);
  }

  private PersonId person(Role... roles) {
    return people
        .invite(
            new Caller.Vigie(),
            new PersonName("Test Person"),
            new EmailAddress(UUID.randomUUID() + "@example.org"),
            Set.of(roles))
        .orElseThrow();
  }

  private static GrantRequest request(PersonId holder, Purpose purpose) {
    return new GrantRequest(holder, purpose, "case:1", Set.of(PICTURE), Duration.ofMinutes(10));
  }

  private Grant review() {
    return grants.give(new Caller.Person(reviewer), request(reviewer, Purpose.REVIEW));
  }

  private GrantStanding check(PersonId caller, Grant grant, String evidence) {
    return grants.check(new Caller.Person(caller), grant, evidence);
  }

  private List<String> ledger(GrantId id) {
    return jdbc.sql("select caller || ' ' || act from access.ledger where subject = :subject"
            + " order by entry_id")
        .param("subject", "grant:" + id.value())
        .query(String.class)
        .list();
  }

  @Test
  void give_holderMay_isInForceForTheHolderUntilItsEndAndInTheLedger() {
    Grant grant = review();
    assertThat(check(reviewer, grant, PICTURE)).isEqualTo(GrantStanding.STANDS);
    assertThat(check(reviewer, grant, OTHER)).isEqualTo(GrantStanding.NOT_COVERED);
    assertThat(check(legal, grant, PICTURE)).isEqualTo(GrantStanding.NOT_THE_HOLDER);
    assertThat(grants.check(new Caller.Vigie(), grant, PICTURE))
        .isEqualTo(GrantStanding.NOT_THE_HOLDER);
    assertThat(grants.find(grant.id())).contains(grant);
    assertThat(ledger(grant.id())).containsExactly("person:" + reviewer.value() + " grant given");
    now = now.plus(Duration.ofMinutes(10)).minusSeconds(1);
    assertThat(check(reviewer, grant, PICTURE)).isEqualTo(GrantStanding.STANDS);
    now = now.plusSeconds(1);
    assertThat(check(reviewer, grant, PICTURE)).isEqualTo(GrantStanding.EXPIRED);
  }

  @Test
  void give_withoutPermissionOrForTwoPeople_isRefused() {
    Caller by = new Caller.Vigie();
    assertThatThrownBy(() -> grants.give(by, request(legal, Purpose.REVIEW)))
        .isInstanceOf(GrantRefusedException.class);
    assertThatThrownBy(() -> grants.give(by, request(reviewer, Purpose.QUALITY)))
        .isInstanceOf(GrantRefusedException.class);
    assertThatThrownBy(() -> grants.give(by, request(legal, Purpose.LEGAL)))
        .isInstanceOf(GrantRefusedException.class);
    assertThatThrownBy(() -> grants.ask(request(reviewer, Purpose.LEGAL)))
        .isInstanceOf(GrantRefusedException.class);
  }

  @Test
  void request_tooLongOrForNothing_isRefused() {
    assertThatThrownBy(() -> new GrantRequest(
            reviewer, Purpose.REVIEW, "case:1", Set.of(PICTURE), Duration.ofSeconds(1801)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new GrantRequest(reviewer, Purpose.REVIEW, "case:1", Set.of(), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new GrantRequest(reviewer, Purpose.REVIEW, " ", Set.of(PICTURE), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void check_grantThatWasMadeUpOrWidened_isForged() {
    Grant given = review();
    Grant wider = new Grant(
        given.id(),
        given.holder(),
        given.purpose(),
        given.reason(),
        Set.of(PICTURE, OTHER),
        given.until(),
        given.second());
    Grant longer = new Grant(
        given.id(),
        given.holder(),
        given.purpose(),
        given.reason(),
        given.evidence(),
        given.until().plusSeconds(1),
        given.second());
    Grant madeUp = new Grant(
        new GrantId(UUID.randomUUID()),
        given.holder(),
        given.purpose(),
        given.reason(),
        given.evidence(),
        given.until(),
        given.second());
    for (Grant forged : List.of(wider, longer, madeUp)) {
      assertThat(check(reviewer, forged, PICTURE)).isEqualTo(GrantStanding.FORGED);
    }
  }

  @Test
  void revoke_onceGiven_endsItOnce() {
    Grant grant = review();
    assertThat(grants.revoke(new Caller.Person(legal), grant.id())).isTrue();
    assertThat(grants.revoke(new Caller.Person(legal), grant.id())).isFalse();
    assertThat(check(reviewer, grant, PICTURE)).isEqualTo(GrantStanding.REVOKED);
    assertThat(ledger(grant.id())).last().isEqualTo("person:" + legal.value() + " grant revoked");
  }

  @Test
  void check_holderDisabledSince_falls() {
    Grant grant = review();
    people.disable(new Caller.Vigie(), reviewer);
    assertThat(check(reviewer, grant, PICTURE)).isEqualTo(GrantStanding.NOT_PERMITTED);
  }

  @Test
  void approve_bySecondPerson_isInForceFromThenOn() {
    GrantId id = grants.ask(request(legal, Purpose.LEGAL));
    assertThat(grants.find(id)).isEmpty();
    assertThat(grants.waiting()).extracting(WaitingGrant::id).contains(id);
    assertThat(grants.approve(new Caller.Person(legal), id))
        .isEqualTo(new GrantApproval.SamePerson());
    assertThat(grants.approve(new Caller.Person(reviewer), id))
        .isEqualTo(new GrantApproval.NotPermitted());
    now = now.plus(Duration.ofHours(23));
    GrantApproval approval = grants.approve(new Caller.Person(secondLegal), id);
    Grant grant = grants.find(id).orElseThrow();
    assertThat(approval).isEqualTo(new GrantApproval.Approved(grant));
    assertThat(grant.second()).contains(secondLegal);
    assertThat(check(legal, grant, PICTURE)).isEqualTo(GrantStanding.STANDS);
    assertThat(check(secondLegal, grant, PICTURE)).isEqualTo(GrantStanding.NOT_THE_HOLDER);
    assertThat(grants.approve(new Caller.Person(secondLegal), id))
        .isEqualTo(new GrantApproval.NotWaiting());
    assertThat(ledger(id))
        .containsExactly(
            "person:" + legal.value() + " grant asked for",
            "person:" + secondLegal.value() + " grant approved");
    people.disable(new Caller.Vigie(), secondLegal);
    assertThat(check(legal, grant, PICTURE)).isEqualTo(GrantStanding.NOT_PERMITTED);
  }

  @Test
  void approve_afterADayOrARevocation_isTooLate() {
    GrantId old = grants.ask(request(legal, Purpose.LEGAL));
    now = now.plus(Duration.ofHours(24));
    GrantId revoked = grants.ask(request(legal, Purpose.LEGAL));
    grants.revoke(new Caller.Person(legal), revoked);
    for (GrantId id : List.of(old, revoked)) {
      assertThat(grants.approve(new Caller.Person(secondLegal), id))
          .isEqualTo(new GrantApproval.NotWaiting());
      assertThat(grants.waiting()).extracting(WaitingGrant::id).doesNotContain(id);
    }
  }

  @Test
  void check_unapprovedRequest_isNotInForce() {
    GrantId id = grants.ask(request(legal, Purpose.LEGAL));
    Grant claimed = new Grant(
        id,
        legal,
        Purpose.LEGAL,
        "case:1",
        Set.of(PICTURE),
        now.plusSeconds(60),
        Optional.of(secondLegal));
    assertThat(check(legal, claimed, PICTURE)).isEqualTo(GrantStanding.NOT_APPROVED);
  }

  @Test
  void row_changedInTheDatabase_isRefusedByIt() {
    Grant grant = review();
    for (String change : List.of(
        "update access.evidence_grant set evidence = '{a,b}' where grant_id = :id",
        "update access.evidence_grant set until = until + interval '1 day' where grant_id = :id",
        "delete from access.evidence_grant where grant_id = :id")) {
      assertThatThrownBy(() -> jdbc.sql(change).param("id", grant.id().value()).update())
          .hasMessageContaining("grant");
    }
  }
}
