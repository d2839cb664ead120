package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;
import org.vigie.server.access.TestPeople;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.flagging.FlaggerRegister;

/// The status of organisations, which two people give.
@ServerTest
final class FlaggersPageTest {
  private static final CategoryKey PHISHING = new CategoryKey("phishing");

  private final MockMvc http;
  private final FlaggerRegister flaggers;
  private final People people;
  private final Caller.Person first;
  private final Caller.Person second;

  @Autowired
  FlaggersPageTest(MockMvc http, FlaggerRegister flaggers, People people) {
    this.http = http;
    this.flaggers = flaggers;
    this.people = people;
    this.first = TestPeople.invite(people, Role.LEAD);
    this.second = TestPeople.invite(people, Role.LEGAL);
  }

  private OrganisationId organisation(String name) {
    OrganisationId id = new OrganisationId(UUID.randomUUID());
    people.add(new Caller.Vigie(), new Organisation(id, name, Organisation.Kind.HOTLINE, "FR"));
    return id;
  }

  private static Flagger proposal(
      OrganisationId organisation, LocalDate from, Optional<LocalDate> until) {
    return new Flagger(
        organisation,
        Flagger.Status.TRUSTED_FLAGGER,
        "A coordinator",
        Set.of(PHISHING),
        from,
        until,
        new Flagger.Check.Proposed("", java.time.Instant.EPOCH));
  }

  private String page(PersonId viewer) throws Exception {
    return http.perform(get("/flaggers").with(TestCallers.person(viewer, Role.LEAD)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void status_proposed_isVerifiedByASecondPersonAndEndedByOne() throws Exception {
    OrganisationId other = organisation("Waiting Hotline");
    flaggers.propose(first, proposal(other, LocalDate.of(2020, 1, 1), Optional.empty()));
    String verify = "/flaggers/" + other.value() + "/verify";
    assertThat(page(first.id()))
        .contains("You proposed this. Somebody else has to verify it.", ">Phishing</td>")
        .doesNotContain(verify);
    assertThat(page(new PersonId(UUID.randomUUID()))).contains(verify);

    flaggers.verify(second, other);
    String end = "/flaggers/" + other.value() + "/end";
    http.perform(post(end).with(TestCallers.person(Role.LEAD)).with(csrf()))
        .andExpect(status().isFound());
    assertThat(flaggers.standing(other)).isPresent();
    http.perform(post(end).with(TestCallers.person(Role.LEAD)).with(csrf()).param("sure", "true"))
        .andExpect(status().isFound());
    assertThat(flaggers.standing(other)).isEmpty();
  }

  @Test
  void status_proposed_countsOnlyOnceASecondPersonHasVerifiedIt() {
    OrganisationId other = organisation("Another Hotline");
    flaggers.propose(first, proposal(other, LocalDate.of(2020, 1, 1), Optional.empty()));

    assertThat(flaggers.standing(other)).isEmpty();
    assertThat(flaggers.verify(first, other)).isEqualTo(FlaggerRegister.Change.SAME_PERSON);
    assertThat(flaggers.standing(other)).isEmpty();
    assertThat(flaggers.verify(second, other)).isEqualTo(FlaggerRegister.Change.DONE);
    assertThat(flaggers.standing(other)).isPresent();
    assertThat(flaggers.verify(second, other)).isEqualTo(FlaggerRegister.Change.NOTHING_TO_DO);
    assertThat(flaggers.end(first, other)).isEqualTo(FlaggerRegister.Change.DONE);
    assertThat(flaggers.standing(other)).isEmpty();
  }

  @Test
  void status_proposedByOrShownToSomebodyWithoutThePermission_isNotVerified() {
    OrganisationId other = organisation("Unpermitted Hotline");
    flaggers.propose(first, proposal(other, LocalDate.of(2020, 1, 1), Optional.empty()));

    assertThat(flaggers.verify(TestPeople.invite(people, Role.REVIEWER), other))
        .isEqualTo(FlaggerRegister.Change.NOT_PERMITTED);
    people.setRoles(new Caller.Vigie(), first.id(), Set.of(Role.REVIEWER));
    assertThat(flaggers.verify(second, other)).isEqualTo(FlaggerRegister.Change.NOT_PERMITTED);
    assertThat(flaggers.standing(other)).isEmpty();
  }

  @Test
  void status_beforeOrAfterItsDates_doesNotCount() {
    OrganisationId other = organisation("Former Hotline");
    flaggers.propose(
        first, proposal(other, LocalDate.of(2020, 1, 1), Optional.of(LocalDate.of(2020, 12, 31))));
    flaggers.verify(second, other);
    assertThat(flaggers.standing(other)).isEmpty();

    flaggers.propose(first, proposal(other, LocalDate.of(2999, 1, 1), Optional.empty()));
    flaggers.verify(second, other);
    assertThat(flaggers.standing(other)).isEmpty();
  }

  @Test
  void page_byALead_proposesAndRefusesWhatIsIncomplete() throws Exception {
    OrganisationId other = organisation("Proposed Hotline");
    http.perform(post("/flaggers")
            .with(TestCallers.person(Role.LEAD))
            .with(csrf())
            .param("organisation", other.value().toString())
            .param("status", "partner")
            .param("awarder", "An agreement")
            .param("category", "phishing", "hate-speech")
            .param("from", "2026-01-01"))
        .andExpect(status().isFound());
    assertThat(flaggers.find(other).orElseThrow().categories()).hasSize(2);
    http.perform(post("/flaggers")
            .with(TestCallers.person(Role.LEAD))
            .with(csrf())
            .param("organisation", other.value().toString()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Choose the status.")))
        .andExpect(content().string(containsString("Choose at least one category.")))
        .andExpect(content().string(not(containsString("checked"))));
    http.perform(get("/flaggers").with(TestCallers.person(Role.LEAD)))
        .andExpect(content().string(containsString("<option value=\"\" selected>Choose…")))
        .andExpect(content().string(not(containsString("checked"))));
    http.perform(get("/flaggers").with(TestCallers.person(Role.LEGAL)))
        .andExpect(content().string(containsString("Waits for a second person")));
  }
}
