package org.vigie.server.access.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
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
import org.vigie.server.access.Person;
import org.vigie.server.access.Role;
import org.vigie.server.access.people.Enrolments;
import org.vigie.server.access.signin.SingleSignOn;

/// Removing the guard first, or giving it last, makes no second self.
final class SecondSelfTest extends AccessByTwo {
  @Autowired
  SecondSelfTest(JdbcClient jdbc, TransactionOperations transactions, AccessSettings settings) {
    super(jdbc, transactions, settings);
  }

  @Test
  void roles_takenAway_leaveTheirPersonGuardedForThirtyDays() {
    in(() -> people.setRoles(ada, lex.id(), Set.of()));
    String token = link(ada, lex);

    assertThat(use(token, lex)).isFalse();
    assertThat(told).singleElement().satisfies(tale -> {
      assertThat(tale.kind()).isEqualTo(AccessRequest.Kind.LINK);
      assertThat(tale.concerned().id()).isEqualTo(lex.id());
    });
    in(() -> people.disable(ada, lex.id()));
    assertThat(in(() -> people.enable(ada, lex.id()))).isEqualTo(People.Change.WAITS);
    now = now.plus(GuardedAccess.GUARDED_AFTERWARDS);
    assertThat(in(() -> people.enable(ada, lex.id()))).isEqualTo(People.Change.DONE);
    assertThat(use(link(ada, lex), lex)).isTrue();
  }

  @Test
  void roles_takenAway_leaveSingleSignOnGuarded() {
    Person officer = withoutIdentity();
    in(() -> people.setRoles(ada, officer.id(), Set.of()));
    Person stripped = persons.find(officer.id()).orElseThrow();

    assertThat(in(() ->
            accounts.link(stripped, "https://id.example.org", UUID.randomUUID().toString())))
        .isEqualTo(SingleSignOn.Linking.WAITS);
  }

  @Test
  void role_forALinkThatOneAloneGave_waitsAndSaysSo_andTheLinkStaysThatOnes() {
    Caller.Person one = letInByAdaThenPromoted();
    Caller.Person two = letInByAdaThenPromoted();
    GrantId asked = asked(one);

    assertThat(grants.approve(two, asked)).isEqualTo(new GrantApproval.SameOrigin());
    assertThat(grants.approve(lex, asked)).isInstanceOf(GrantApproval.Approved.class);
    now = now.plus(Agreement.WAIT);
    assertThat(grants.approve(two, asked(one))).isInstanceOf(GrantApproval.Approved.class);
  }

  private Caller.Person letInByAdaThenPromoted() {
    Caller.Person person = invited(ada);
    assertThat(use(link(ada, person), person)).isTrue();
    in(() -> people.setRoles(ada, person.id(), Set.of(Role.LEGAL)));
    AccessRequest request = waiting(person);
    assertThat(request.change()).isEqualTo(new AccessRequest.Roles(Set.of(Role.LEGAL), true));
    assertThat(told.getLast().kind()).isEqualTo(AccessRequest.Kind.LINK_AND_ROLES);
    assertThat(requests.agree(bob, request.id())).isEqualTo(AccessRequests.Answer.DONE);
    assertThat(rolesOf(person)).containsExactly(Role.LEGAL);
    return person;
  }

  @Test
  void role_forAnOldUnseenLink_saysSo_once() {
    Caller.Person person = invited(ada);
    use(link(ada, person), person);
    now = now.plus(Duration.ofDays(90));
    in(() -> people.setRoles(ada, person.id(), Set.of(Role.REVIEWER)));
    assertThat(waiting(person).change().kind()).isEqualTo(AccessRequest.Kind.LINK_AND_ROLES);
    requests.agree(bob, waiting(person).id());

    in(() -> people.setRoles(ada, person.id(), Set.of(Role.REVIEWER, Role.LEGAL)));
    assertThat(waiting(person).change().kind()).isEqualTo(AccessRequest.Kind.ROLES);
  }

  @Test
  void role_forAnUnseenAccountOfTheProvider_saysSo() {
    Caller.Person person = invited(ada);
    jdbc.sql("delete from access.identity where person_id = :id")
        .param("id", person.id().value())
        .update();
    Person found = persons.find(person.id()).orElseThrow();
    in(() -> accounts.link(found, "https://id.example.org", UUID.randomUUID().toString()));
    in(() -> people.setRoles(ada, person.id(), Set.of(Role.REVIEWER)));

    assertThat(waiting(person).change().kind()).isEqualTo(AccessRequest.Kind.LINK_AND_ROLES);
  }

  @Test
  void link_madeWhileARoleWaits_waitsToo() {
    Caller.Person person = invited(ada);
    String before = link(ada, person);
    in(() -> people.setRoles(ada, person.id(), Set.of(Role.LEGAL)));
    assertThat(use(before, person)).isFalse();
    String token = link(ada, person);

    assertThat(enrolments.look(token)).isInstanceOf(Enrolments.Link.Waiting.class);
    assertThat(use(token, person)).isFalse();
  }

  @Test
  void link_thatIsReplaced_isClearedByNoRequestOfTheOneBefore() {
    String first = link(ada, lex);
    AccessRequest old = waiting(lex);
    now = now.plus(Duration.ofHours(1));
    in(() -> people.setRoles(ada, lex.id(), Set.of()));
    now = now.plus(GuardedAccess.GUARDED_AFTERWARDS);
    String second = link(ada, lex);

    assertThat(requests.agree(bob, old.id())).isEqualTo(AccessRequests.Answer.NOT_WAITING);
    assertThat(jdbc.sql("select count(*) from access.enrolment"
                + " where person_id = :id and cleared_at is not null")
            .param("id", lex.id().value())
            .query(Integer.class)
            .single())
        .isZero();
    assertThat(use(first, lex)).isFalse();
    assertThat(use(second, lex)).isTrue();
  }

  @Test
  void roles_takenAwayOrShutOut_endTheirRequests() {
    in(() -> people.setRoles(ada, lex.id(), Set.of(Role.LEGAL, Role.LEAD)));
    UUID more = waiting(lex).id();
    in(() -> people.setRoles(bob, lex.id(), Set.of()));
    assertThat(ending(more)).isEqualTo("REPLACED");
    in(() -> people.setRoles(ada, lex.id(), Set.of(Role.LEAD)));
    UUID again = waiting(lex).id();
    link(ada, lex);
    in(() -> people.disable(bob, lex.id()));
    assertThat(ending(again)).isEqualTo("REPLACED");
    aDayLater();

    assertThat(rolesOf(lex)).isEmpty();
    assertThat(requests.within(Duration.ZERO))
        .noneMatch(each -> each.person().equals(lex.id()) && each.ended().isEmpty());
  }

  private String ending(UUID id) {
    return jdbc.sql("select ending from access.access_request where request_id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  @Test
  void links_askedForByTwoAtOnce_leaveOneRequest_withoutAFailure() throws Exception {
    for (int round = 0; round < 10; round++) {
      Caller.Person officer = person(Role.LEGAL);
      List<Callable<String>> both = List.of(() -> link(ada, officer), () -> link(bob, officer));
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        for (Future<String> each : threads.invokeAll(both)) {
          assertThat(each.get()).isNotEmpty();
        }
      }
      assertThat(requests.within(Duration.ZERO).stream()
              .filter(each -> each.person().equals(officer.id()) && each.ended().isEmpty()))
          .hasSize(1);
    }
  }
}
