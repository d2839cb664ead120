package org.vigie.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.server.ServerTest;
import org.vigie.server.access.AccessRequest;
import org.vigie.server.access.Act;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Grants;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.access.WaitingGrant;
import org.vigie.server.access.agreement.AccessRequests;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.NewEvidence;
import org.vigie.server.evidence.Vault;

/// Each role alone tries the acts that need two people, by every way to a second self, and fails.
@ServerTest
final class InsidersTest {
  private static final Caller.Vigie VIGIE = new Caller.Vigie();
  private static final Pattern LINK = Pattern.compile("http://localhost:8080(/enrol/[a-z2-7]+)");

  private final MockMvc http;
  private final People people;
  private final Grants grants;
  private final AccessRequests requests;
  private final JdbcClient jdbc;
  private final Vault vault;

  private EvidenceId evidence = new EvidenceId(new UUID(0, 0));
  private PersonId victim = new PersonId(new UUID(0, 0));
  private PersonId insider = victim;

  @Autowired
  InsidersTest(
      MockMvc http,
      People people,
      Grants grants,
      AccessRequests requests,
      JdbcClient jdbc,
      Vault vault) {
    this.http = http;
    this.people = people;
    this.grants = grants;
    this.requests = requests;
    this.jdbc = jdbc;
    this.vault = vault;
  }

  @BeforeEach
  void seal() throws Exception {
    NewEvidence what = new NewEvidence(
        EvidenceKind.MEDIA, "image/png", "scan:1", Instant.now().plus(Duration.ofDays(9)));
    evidence = vault.seal(VIGIE, what, new ByteArrayInputStream(new byte[] {1}));
    victim = person(Role.LEGAL);
    person(Role.ADMINISTRATOR);
  }

  private PersonId person(Role... roles) {
    PersonId id = people
        .invite(
            VIGIE,
            new PersonName("Invented Person"),
            new EmailAddress(UUID.randomUUID() + "@example.org"),
            Set.of(roles))
        .orElseThrow();
    jdbc.sql("insert into access.identity values ('https://id.example.org', :subject, :id)")
        .param("subject", UUID.randomUUID().toString())
        .param("id", id.value())
        .update();
    return id;
  }

  private MockHttpServletResponse send(Role role, MockHttpServletRequestBuilder request)
      throws Exception {
    return http.perform(request.with(TestCallers.person(insider, role)).with(csrf()))
        .andReturn()
        .getResponse();
  }

  /// A way to a second self, which must fail.
  private enum Way {
    INVITE_ANOTHER,
    LINK_OF_ANOTHER,
    ROLE_FOR_MYSELF,
    ROLE_FOR_AN_ACCOMPLICE,
    SHUT_OUT_AND_LET_IN,
    DEMOTE_LINK_PROMOTE,
    AGREE_TO_MY_OWN,
    DEMONSTRATION,
    KEY
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void role_alone_makesNoSecondSelf(Role role) throws Exception {
    for (Way way : Way.values()) {
      insider = person(role);
      Set<PersonId> before = approvers();
      attempt(role, way);
      Set<PersonId> after = approvers();
      after.removeAll(before);
      assertThat(after).as("%s by %s", way, role).isEmpty();
    }
  }

  private void attempt(Role role, Way way) throws Exception {
    String path = "/people/" + victim.value();
    switch (way) {
      case INVITE_ANOTHER -> {
        MockHttpServletResponse invited = send(
            role,
            post("/people")
                .param("name", "Second Self")
                .param("email", UUID.randomUUID() + "@example.org")
                .param("role", "LEGAL", "ADMINISTRATOR"));
        assertLinksDoNotCount(invited);
      }
      case LINK_OF_ANOTHER -> assertLinksDoNotCount(send(role, post(path + "/link")));
      case ROLE_FOR_MYSELF -> promote(role, insider);
      case ROLE_FOR_AN_ACCOMPLICE -> promote(role, person(Role.AUDITOR));
      case SHUT_OUT_AND_LET_IN -> {
        PersonId gone = person(Role.LEGAL);
        people.disable(VIGIE, gone);
        send(role, post("/people/" + gone.value() + "/enable"));
      }
      case DEMOTE_LINK_PROMOTE -> {
        PersonId demoted = person(Role.LEGAL);
        String at = "/people/" + demoted.value();
        send(role, post(at + "/roles").param("role", "AUDITOR"));
        send(role, post(at + "/link"));
        promote(role, demoted);
        people.disable(VIGIE, role == Role.ADMINISTRATOR ? insider : demoted);
      }
      case AGREE_TO_MY_OWN -> {
        promote(role, person(Role.AUDITOR));
        for (AccessRequest each : requests.within(Duration.ZERO)) {
          if (each.askedBy().equals(new Caller.Person(insider).reference())) {
            assertThat(send(role, post("/requests/" + each.id() + "/agree")).getStatus())
                .isIn(403, 409);
          }
        }
      }
      case DEMONSTRATION ->
        assertThat(send(role, post("/demo").param("person", victim.value().toString()))
                .getStatus())
            .isIn(404, 405);
      case KEY ->
        send(
            role,
            post("/keys")
                .param("name", "second self")
                .param("rate", "1")
                .param(
                    "scope",
                    Arrays.stream(Scope.values()).map(Scope::name).toArray(String[]::new)));
    }
  }

  private void promote(Role role, PersonId id) throws Exception {
    send(role, post("/people/" + id.value() + "/roles").param("role", "LEGAL", "ADMINISTRATOR"));
  }

  /// Opens each link that an answer shows: none lets anybody in.
  private void assertLinksDoNotCount(MockHttpServletResponse answer) throws Exception {
    Matcher links = LINK.matcher(answer.getContentAsString());
    while (links.find()) {
      String page =
          http.perform(get(links.group(1))).andReturn().getResponse().getContentAsString();
      assertThat(page).contains("This link does not work yet").doesNotContain("app-secret");
    }
  }

  /// Everybody who could be a second person now: who may, can sign in and is not shut out.
  private Set<PersonId> approvers() {
    return people.all().stream()
        .filter(each -> each.state() == Person.State.ACTIVE)
        .filter(each -> each.permissions().stream()
            .anyMatch(may -> may.isGuarded() && may != Permission.CASES_DECIDE))
        .map(Person::id)
        .filter(id -> !id.equals(insider))
        .collect(java.util.stream.Collectors.toSet());
  }

  /// An act that needs two, tried by the requester alone.
  private enum Act {
    OPEN_FOR_THE_LAW,
    DESTROY
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void role_alone_approvesNothingOfItsOwn(Role role) throws Exception {
    insider = person(role);
    String at = "/evidence/" + evidence.value();
    for (Act act : Act.values()) {
      switch (act) {
        case OPEN_FOR_THE_LAW ->
          send(role, post(at + "/grants").param("leave", "made up").param("minutes", "10"));
        case DESTROY -> send(role, post(at + "/destroy").param("reason", "made up"));
      }
      for (WaitingGrant each : grants.waiting()) {
        if (each.request().holder().equals(insider)) {
          send(role, post("/evidence/grants/" + each.id().value() + "/approve"));
          assertThat(grants.find(each.id())).as("%s by %s", act, role).isEmpty();
        }
      }
    }
    assertThat(vault.find(evidence).orElseThrow().state().name()).isEqualTo("SEALED");
    assertThat(jdbc.sql("select count(*) from access.ledger where act = 'evidence opened'"
                + " and subject = :subject")
            .param("subject", evidence.reference())
            .query(Integer.class)
            .single())
        .isZero();
    assertThat(List.of(Act.values())).isNotEmpty();
  }
}
