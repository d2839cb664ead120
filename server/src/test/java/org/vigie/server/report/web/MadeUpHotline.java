package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
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

/// A verified organisation with a key and a person.
record MadeUpHotline(OrganisationId id, RequestPostProcessor key, RequestPostProcessor person) {
  private static final Caller VIGIE = new Caller.Vigie();

  static MadeUpHotline make(FlaggerRegister flaggers, People people, ApiKeys keys) {
    OrganisationId id = new OrganisationId(UUID.randomUUID());
    people.add(
        VIGIE, new Organisation(id, "Hotline " + id.value(), Organisation.Kind.HOTLINE, "FR"));
    flaggers.propose(TestPeople.invite(people, Role.LEAD), proposal(id));
    flaggers.verify(TestPeople.invite(people, Role.LEGAL), id);
    return new MadeUpHotline(id, key(flaggers, keys, id), person(people, id));
  }

  private static Flagger proposal(OrganisationId organisation) {
    return new Flagger(
        organisation,
        Flagger.Status.TRUSTED_FLAGGER,
        "A coordinator",
        Set.of(new CategoryKey("phishing")),
        LocalDate.of(2020, 1, 1),
        Optional.empty(),
        new Flagger.Check.Proposed("", Instant.EPOCH));
  }

  private static RequestPostProcessor key(
      FlaggerRegister flaggers, ApiKeys keys, OrganisationId organisation) {
    KeyId id =
        keys.add(VIGIE, new KeyName("hotline"), Set.of(Scope.FLAG), 100).key().id();
    assertThat(flaggers.bind(
            new Caller.Person(new PersonId(UUID.randomUUID())), organisation, id.value()))
        .isEqualTo(FlaggerRegister.Change.DONE);
    return authentication(new CallerAuthentication(
        new Caller.Key(id), "key:" + id.value(), Scope.FLAG.permissions()));
  }

  private static RequestPostProcessor person(People people, OrganisationId organisation) {
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
}
