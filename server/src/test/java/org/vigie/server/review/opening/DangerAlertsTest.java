package org.vigie.server.review.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.ServerTest;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.policy.Severity;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.cases.QueueName;
import org.vigie.server.review.cases.Route;

/// Who is told at once that somebody's life may be in danger.
@ServerTest
final class DangerAlertsTest {
  private final People people;
  private final AccessLedger ledger;
  private final JdbcClient jdbc;

  @Autowired
  DangerAlertsTest(People people, AccessLedger ledger, JdbcClient jdbc) {
    this.people = people;
    this.ledger = ledger;
    this.jdbc = jdbc;
  }

  private PersonId person(Role role) {
    return people
        .invite(
            new Caller.Vigie(),
            new PersonName("Some Example"),
            new EmailAddress("d" + UUID.randomUUID() + "@example.org"),
            Set.of(role))
        .orElseThrow();
  }

  @Test
  void leads_areMailed_andNobodyElse() {
    PersonId lead = person(Role.LEAD);
    PersonId reviewer = person(Role.REVIEWER);
    PersonId gone = person(Role.LEAD);
    people.disable(new Caller.Vigie(), gone);
    List<PersonId> mailed = new ArrayList<>();
    Route route = new Route(
        new QueueName("danger-to-life"),
        Severity.CRITICAL,
        Route.DANGER,
        Instant.EPOCH,
        Optional.of(Instant.EPOCH));

    new DangerAlerts(
            people,
            (to, page, dueAt) -> {
              assertThat(page).isEqualTo("/review/cases/12");
              assertThat(dueAt).contains(Instant.EPOCH);
              return mailed.add(to.id());
            },
            ledger)
        .opened(new CaseId(12), route);

    assertThat(mailed).contains(lead).doesNotContain(reviewer, gone);
    assertThat(details(12)).containsExactly("mails=" + mailed.size());
  }

  /// Whoever reads the ledger must not believe that somebody was told.
  @Test
  void ledger_withoutAMailServer_saysThatNobodyWasMailed() {
    person(Role.LEAD);
    Route route = new Route(
        new QueueName("danger-to-life"),
        Severity.CRITICAL,
        Route.DANGER,
        Instant.EPOCH,
        Optional.empty());

    new DangerAlerts(people, (_, _, _) -> false, ledger).opened(new CaseId(13), route);

    assertThat(details(13)).containsExactly("mails=0");
  }

  private List<String> details(long id) {
    return jdbc.sql("select detail from access.ledger where act = :act and subject = :subject")
        .param("act", "leads alerted of danger")
        .param("subject", "case:" + id)
        .query(String.class)
        .list();
  }
}
