package org.vigie.server.access.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessRequest;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.Agreement;
import org.vigie.server.access.Caller;
import org.vigie.server.access.GrantApproval;
import org.vigie.server.access.GrantId;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Person;
import org.vigie.server.access.Purpose;
import org.vigie.server.access.Role;
import org.vigie.server.access.Scope;
import org.vigie.server.access.ledger.LedgerEntry;
import org.vigie.server.access.ledger.LedgerFilter;
import org.vigie.server.access.people.Enrolments;
import org.vigie.server.access.signin.SingleSignOn;
import org.vigie.server.access.store.LedgerStore;

/// Access that opens evidence or approves needs two administrators.
final class AccessRequestsTest extends AccessByTwo {
  @Autowired
  AccessRequestsTest(JdbcClient jdbc, TransactionOperations transactions, AccessSettings settings) {
    super(jdbc, transactions, settings);
  }

  @Test
  void link_forALegalOfficer_countsOnceASecondAdministratorAgrees() {
    String token = link(ada, lex);

    assertThat(enrolments.look(token))
        .isEqualTo(new Enrolments.Link.Waiting(now.plus(Agreement.WAIT)));
    assertThat(use(token, lex)).isFalse();
    AccessRequest request = waiting(lex);
    assertThat(requests.agree(ada, request.id())).isEqualTo(AccessRequests.Answer.SAME_PERSON);
    assertThat(requests.agree(lex, request.id())).isEqualTo(AccessRequests.Answer.OWN_ACCESS);
    assertThat(requests.agree(person(Role.LEGAL), request.id()))
        .isEqualTo(AccessRequests.Answer.NOT_PERMITTED);
    assertThat(use(token, lex)).isFalse();
    assertThat(requests.agree(bob, request.id())).isEqualTo(AccessRequests.Answer.DONE);
    assertThat(use(token, lex)).isTrue();
    assertThat(ledger(lex)).containsExactly("access asked for", "access agreed to");
    assertThat(told).singleElement().satisfies(tale -> {
      assertThat(tale.concerned().id()).isEqualTo(lex.id());
      assertThat(tale.others()).extracting(Person::id).contains(bob.id());
    });
  }

  @Test
  void link_notStopped_countsAfterADay_andThenForItsWholeTerm() {
    String token = link(ada, lex);
    now = now.plus(Agreement.WAIT).minusMillis(1);
    requests.step();
    assertThat(use(token, lex)).isFalse();
    now = now.plusMillis(1);
    while (requests.step()) {
      // until nothing is due
    }

    now = now.plus(Duration.ofHours(71));
    assertThat(use(token, lex)).isTrue();
    assertThat(ledger(lex)).containsExactly("access asked for", "access waited for");
  }

  @Test
  void link_thatItsPersonStops_isGone() {
    String token = link(ada, lex);
    assertThat(requests.stop(person(Role.LIST_MANAGER), waiting(lex).id()))
        .isEqualTo(AccessRequests.Answer.NOT_PERMITTED);
    assertThat(requests.stop(lex, waiting(lex).id())).isEqualTo(AccessRequests.Answer.DONE);
    aDayLater();

    assertThat(enrolments.look(token)).isInstanceOf(Enrolments.Link.Gone.class);
    assertThat(use(token, lex)).isFalse();
  }

  @Test
  void link_madeBeforeItsPersonGotAGuardedRole_doesNotCountAfterwards() {
    Caller.Person max = person(Role.AUDITOR);
    String token = link(ada, max);
    in(() -> people.setRoles(ada, max.id(), Set.of(Role.AUDITOR, Role.LEGAL)));
    assertThat(rolesOf(max)).containsExactly(Role.AUDITOR);
    assertThat(requests.agree(bob, waiting(max).id())).isEqualTo(AccessRequests.Answer.DONE);

    assertThat(rolesOf(max)).containsExactlyInAnyOrder(Role.AUDITOR, Role.LEGAL);
    assertThat(use(token, max)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"REVIEWER", "LEAD", "LEGAL", "ADMINISTRATOR"})
  void role_thatIsGuarded_isPending_alsoForOneself(Role role) {
    Caller.Person max = person(Role.LIST_MANAGER);
    Caller.Person by = role == Role.ADMINISTRATOR ? ada : bob;
    assertThat(in(() -> people.setRoles(by, max.id(), Set.of(Role.LIST_MANAGER, role))))
        .isEqualTo(People.Change.WAITS);
    assertThat(rolesOf(max)).containsExactly(Role.LIST_MANAGER);
    Set<Role> both = EnumSet.of(Role.ADMINISTRATOR, role);
    in(() -> people.setRoles(ada, ada.id(), both));
    assertThat(rolesOf(ada)).containsExactly(Role.ADMINISTRATOR);
    aDayLater();

    assertThat(rolesOf(max)).containsExactlyInAnyOrder(Role.LIST_MANAGER, role);
    assertThat(rolesOf(ada)).containsExactlyInAnyOrderElementsOf(both);
  }

  @Test
  void role_thatGivesNothingGuarded_countsAtOnce() {
    assertThat(in(() -> people.setRoles(ada, lex.id(), Set.of(Role.LEGAL, Role.AUDITOR))))
        .isEqualTo(People.Change.DONE);
    assertThat(in(() -> people.setRoles(ada, lex.id(), Set.of()))).isEqualTo(People.Change.DONE);
    assertThat(rolesOf(lex)).isEmpty();
  }

  @Test
  void person_whoWasShutOut_comesBackOnlyByTwo() {
    in(() -> people.disable(ada, lex.id()));
    assertThat(in(() -> people.enable(ada, lex.id()))).isEqualTo(People.Change.WAITS);
    assertThat(persons.find(lex.id()).orElseThrow().state()).isEqualTo(Person.State.DISABLED);
    assertThat(told.getLast().concerned().id()).isEqualTo(lex.id());
    assertThat(requests.agree(bob, waiting(lex).id())).isEqualTo(AccessRequests.Answer.DONE);

    assertThat(persons.find(lex.id()).orElseThrow().state()).isEqualTo(Person.State.ACTIVE);
  }

  @Test
  void singleSignOn_ofALegalOfficer_waits_unlessALinkCounts() {
    Person officer = withoutIdentity();
    String subject = UUID.randomUUID().toString();
    assertThat(in(() -> accounts.link(officer, "https://id.example.org", subject)))
        .isEqualTo(SingleSignOn.Linking.WAITS);
    Instant due = waiting(new Caller.Person(officer.id())).dueAt();
    now = now.plusSeconds(60);
    in(() -> accounts.link(officer, "https://id.example.org", subject));
    assertThat(waiting(new Caller.Person(officer.id())).dueAt()).isEqualTo(due);
    aDayLater();
    assertThat(persons.find("https://id.example.org", subject)).isPresent();

    Person other = withoutIdentity();
    link(ada, new Caller.Person(other.id()));
    requests.agree(bob, waiting(new Caller.Person(other.id())).id());
    assertThat(in(() ->
            accounts.link(other, "https://id.example.org", UUID.randomUUID().toString())))
        .isEqualTo(SingleSignOn.Linking.LINKED);
  }

  @Test
  void request_ofAFormerAdministrator_isStopped() {
    in(() -> people.setRoles(ada, lex.id(), Set.of(Role.LEGAL, Role.ADMINISTRATOR)));
    AccessRequest request = waiting(lex);
    in(() -> people.disable(bob, ada.id()));
    assertThat(requests.agree(bob, request.id())).isEqualTo(AccessRequests.Answer.NOT_PERMITTED);
    aDayLater();

    assertThat(rolesOf(lex)).containsExactly(Role.LEGAL);
    assertThat(ledger(lex)).containsExactly("access asked for", "access stopped");
  }

  @Test
  void setUp_givesAtOnce_butTwoWhomOneSetUpAreNotTwoForADay() {
    settingUp = true;
    Caller.Person one = invited(ada, Role.LEGAL);
    Caller.Person two = invited(ada, Role.LEGAL);
    assertThat(use(link(ada, one), one)).isTrue();
    assertThat(use(link(ada, two), two)).isTrue();
    Caller.Person third = invited(ada, Role.ADMINISTRATOR);
    assertThat(use(link(ada, third), third)).isTrue();
    Caller.Person fourth = invited(third, Role.LEGAL);
    assertThat(use(link(third, fourth), fourth)).isTrue();
    settingUp = false;
    GrantId asked = asked(one);

    assertThat(grants.approve(two, asked)).isEqualTo(new GrantApproval.SameOrigin());
    assertThat(grants.approve(fourth, asked)).isEqualTo(new GrantApproval.SameOrigin());
    assertThat(grants.approve(lex, asked)).isInstanceOf(GrantApproval.Approved.class);
    GrantId again = asked(one);
    now = now.plus(Agreement.WAIT);
    GrantId later = asked(one);
    assertThat(grants.approve(two, later)).isInstanceOf(GrantApproval.Approved.class);
    assertThat(again).isNotEqualTo(later);
  }

  @Test
  void ledger_namesWhoGaveAccess_besideWhatIsDoneWithIt() {
    String token = link(ada, lex);
    requests.agree(bob, waiting(lex).id());
    use(token, lex);
    GrantId asked = asked(lex);
    assertThat(issuer("grant:" + asked.value())).contains(ada.reference());
    now = now.plus(People.NAMED).plusSeconds(1);

    assertThat(issuer("grant:" + asked(lex).value())).isEmpty();
  }

  private Optional<String> issuer(String subject) {
    return new LedgerStore(jdbc, () -> now)
        .find(
            new LedgerFilter("", "", subject, Optional.empty(), Optional.empty()),
            Long.MAX_VALUE,
            10)
        .getFirst()
        .issuer()
        .map(LedgerEntry.Issuer::reference);
  }

  @Test
  void request_agreedToStoppedAndDueAtOnce_endsOnce() throws Exception {
    for (int round = 0; round < 10; round++) {
      Caller.Person max = person(Role.LIST_MANAGER);
      in(() -> people.setRoles(ada, max.id(), Set.of(Role.LEGAL)));
      UUID id = waiting(max).id();
      now = now.plus(Agreement.WAIT);
      List<Callable<Boolean>> all = List.of(
          () -> requests.agree(bob, id) == AccessRequests.Answer.DONE,
          () -> requests.stop(max, id) == AccessRequests.Answer.DONE,
          () -> {
            requests.step();
            return false;
          });
      try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
        for (Future<Boolean> each : threads.invokeAll(all)) {
          each.get();
        }
      }
      String ending = jdbc.sql("select ending from access.access_request where request_id = :id")
          .param("id", id)
          .query(String.class)
          .single();
      assertThat(rolesOf(max).contains(Role.LEGAL)).isEqualTo(!ending.equals("STOPPED"));
      assertThat(ledger(max)).hasSize(2);
    }
  }

  @Test
  void guarded_areAllPermissionsThatOpenEvidenceOrAreAskedForASecondPerson() {
    for (Purpose purpose : Purpose.values()) {
      assertThat(purpose.permission().isGuarded()).as("%s", purpose).isTrue();
    }
    assertThat(Permission.FLAGGERS_WRITE.isGuarded()).isTrue();
    assertThat(Permission.PEOPLE_WRITE.isGuarded()).isTrue();
    for (Scope scope : Scope.values()) {
      assertThat(scope.permissions())
          .as("a key can be nobody's second")
          .noneMatch(Permission::isGuarded);
    }
  }
}
