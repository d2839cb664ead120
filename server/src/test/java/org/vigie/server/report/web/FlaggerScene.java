package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.vigie.server.ServerTest;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestPeople;
import org.vigie.server.access.web.CallerAuthentication;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.flagging.FlaggerRegister;

/// A made-up hotline that two people have verified, with a key and a person.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FlaggerScene {
  static final Caller VIGIE = new Caller.Vigie();
  static final CategoryKey PHISHING = new CategoryKey("phishing");
  static final String NOTICE = """
      {"ground": "illegal", "category": "%s", "explanation": "A made-up reason.",
       "surface": "public", "good_faith": true,
       "reported": [{"address": "https://chat.example.org/c/%s"}]}""";
  final MockMvc http;
  final FlaggerRegister flaggers;
  final Caller.Person first;
  final Caller.Person second;
  private final People people;
  private final ApiKeys keys;

  OrganisationId hotline = new OrganisationId(new UUID(0, 0));
  RequestPostProcessor key = request -> request;
  RequestPostProcessor person = request -> request;

  FlaggerScene(MockMvc http, FlaggerRegister flaggers, People people, ApiKeys keys) {
    this.http = http;
    this.flaggers = flaggers;
    this.people = people;
    this.keys = keys;
    this.first = TestPeople.invite(people, Role.LEAD);
    this.second = TestPeople.invite(people, Role.LEGAL);
  }

  @BeforeAll
  void makeHotline() {
    hotline = organisation("Made-up Hotline");
    flaggers.propose(first, proposal(hotline, LocalDate.of(2020, 1, 1), Optional.empty()));
    flaggers.verify(second, hotline);
    key = key(hotline);
    person = person(hotline);
  }

  OrganisationId organisation(String name) {
    OrganisationId id = new OrganisationId(UUID.randomUUID());
    people.add(VIGIE, new Organisation(id, name, Organisation.Kind.HOTLINE, "FR"));
    return id;
  }

  static Flagger proposal(OrganisationId organisation, LocalDate from, Optional<LocalDate> until) {
    return new Flagger(
        organisation,
        Flagger.Status.TRUSTED_FLAGGER,
        "A coordinator",
        Set.of(PHISHING),
        from,
        until,
        new Flagger.Check.Proposed("", java.time.Instant.EPOCH));
  }

  RequestPostProcessor key(OrganisationId organisation) {
    KeyId id =
        keys.add(VIGIE, new KeyName("hotline"), Set.of(Scope.FLAG), 10).key().id();
    assertThat(flaggers.bind(first, organisation, id.value()))
        .isEqualTo(FlaggerRegister.Change.DONE);
    return authentication(new CallerAuthentication(
        new Caller.Key(id), "key:" + id.value(), Scope.FLAG.permissions()));
  }

  RequestPostProcessor person(OrganisationId organisation) {
    PersonId id = people
        .invite(
            VIGIE,
            new PersonName("Invented Person"),
            new EmailAddress(UUID.randomUUID() + "@example.org"),
            Set.of(Role.FLAGGER))
        .orElseThrow();
    people.setOrganisation(VIGIE, id, Optional.of(organisation));
    return authentication(new CallerAuthentication(
        new Caller.Person(id), "Invented Person", Role.FLAGGER.permissions()));
  }

  ResultActions sendJson(String body) throws Exception {
    return http.perform(post("/api/v1/flagger/notices")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .with(key));
  }
}
