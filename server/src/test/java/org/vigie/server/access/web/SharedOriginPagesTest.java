package org.vigie.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.ServerTest;
import org.vigie.server.access.AccessRequest;
import org.vigie.server.access.Agreement;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.GrantId;
import org.vigie.server.access.GrantRequest;
import org.vigie.server.access.Grants;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Purpose;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;
import org.vigie.server.access.store.IssueStore;
import org.vigie.server.access.store.RequestStore;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.flagging.FlaggerRegister;

/// A person who let the requester in gets no button to agree, on every page where two are needed;
/// sending the form all the same is a conflict that names the reason.
@ServerTest
final class SharedOriginPagesTest {
  private static final String WHY = "You gave Ines Falaise access yourself";

  private final MockMvc http;
  private final JdbcClient jdbc;
  private final People people;
  private final FlaggerRegister flaggers;
  private final Grants grants;
  private final TransactionOperations transactions;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

  private Caller.Person giver = new Caller.Person(new PersonId(new UUID(0, 0)));
  private Caller.Person ines = giver;

  @Autowired
  SharedOriginPagesTest(
      MockMvc http,
      JdbcClient jdbc,
      People people,
      FlaggerRegister flaggers,
      Grants grants,
      TransactionOperations transactions) {
    this.http = http;
    this.jdbc = jdbc;
    this.people = people;
    this.flaggers = flaggers;
    this.grants = grants;
    this.transactions = transactions;
  }

  @BeforeEach
  void letIn() {
    giver = person("Ada Giver", Role.ADMINISTRATOR, Role.LEGAL);
    ines = person("Ines Falaise", Role.ADMINISTRATOR, Role.LEGAL);
    new IssueStore(jdbc)
        .add(
            ines.id(),
            AccessRequest.Kind.LINK,
            new IssueStore.Issue(
                giver.reference(), Optional.empty(), now, now.plus(Agreement.WAIT), true));
  }

  private Caller.Person person(String name, Role... roles) {
    return new Caller.Person(Objects.requireNonNull(transactions.execute(_ -> people
        .invite(
            new Caller.Vigie(),
            new PersonName(name),
            new EmailAddress(UUID.randomUUID() + "@example.org"),
            Set.of(roles))
        .orElseThrow())));
  }

  private void assertRefused(String page, String button) throws Exception {
    assertThat(http.perform(get(page).with(TestCallers.person(giver.id(), Role.values())))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString())
        .contains(WHY)
        .doesNotContain("action=\"" + button);
    assertThat(http.perform(
                post(button).with(TestCallers.person(giver.id(), Role.values())).with(csrf()))
            .andExpect(status().isConflict())
            .andReturn()
            .getResponse()
            .getContentAsString())
        .contains("role=\"alert\"", WHY);
  }

  @Test
  void request_ofSomebodyWhomTheViewerLetIn_isNotTheirsToAgreeTo() throws Exception {
    Caller.Person third = person("Third Person", Role.REVIEWER);
    UUID id = UUID.randomUUID();
    new RequestStore(jdbc)
        .add(new AccessRequest(
            id,
            new AccessRequest.Roles(Set.of(Role.LEGAL), false),
            third.id(),
            ines.reference(),
            now,
            now.plus(Agreement.WAIT),
            Optional.empty()));

    assertRefused("/requests", "/requests/" + id + "/agree");
  }

  @Test
  void flagger_proposedBySomebodyWhomTheViewerLetIn_isNotTheirsToVerify() throws Exception {
    OrganisationId id = new OrganisationId(UUID.randomUUID());
    people.add(
        new Caller.Vigie(),
        new Organisation(id, "Hotline " + id.value(), Organisation.Kind.HOTLINE, "FR"));
    flaggers.propose(
        ines,
        new Flagger(
            id,
            Flagger.Status.PARTNER,
            "An agreement",
            Set.of(new CategoryKey("phishing")),
            LocalDate.of(2020, 1, 1),
            Optional.empty(),
            new Flagger.Check.Proposed("", Instant.EPOCH)));

    assertRefused("/flaggers", "/flaggers/" + id.value() + "/verify");
    assertThat(flaggers.standing(id)).isEmpty();
  }

  @Test
  void grant_askedForBySomebodyWhomTheViewerLetIn_isNotTheirsToApprove() throws Exception {
    GrantId id = grants.ask(new GrantRequest(
        ines.id(),
        Purpose.LEGAL,
        "An order",
        Set.of("evidence:" + UUID.randomUUID()),
        Duration.ofMinutes(10)));

    assertRefused("/evidence/grants", "/evidence/grants/" + id.value() + "/approve");
  }
}
