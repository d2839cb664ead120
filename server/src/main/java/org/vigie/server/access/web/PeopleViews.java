package org.vigie.server.access.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Person;
import org.vigie.server.access.Role;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Tone;

/// Makes the pages about people.
///
/// @param frame of the request
record PeopleViews(Frame frame, People people) {
  PeoplePage all(PeoplePage.Typed typed, Set<Role> chosen, FormErrors errors) {
    List<Organisation> organisations = people.organisations();
    return new PeoplePage(
        frame,
        people.all().stream().map(person -> row(person, organisations)).toList(),
        Viewer.may(Permission.PEOPLE_WRITE),
        typed,
        boxes(chosen),
        organisations.stream()
            .map(known -> new PeoplePage.OrganisationRow(
                known.name(), frame.texts().get("access.kind", known.kind()), known.country()))
            .toList(),
        Arrays.stream(Organisation.Kind.values())
            .map(kind -> new Choice(kind.name(), frame.texts().get("access.kind", kind)))
            .toList(),
        errors);
  }

  PersonPage one(Person person) {
    List<Organisation> organisations = people.organisations();
    return new PersonPage(
        frame,
        path(person),
        person.name().value(),
        person.email().value(),
        tone(person),
        frame.texts().get("access.state", person.state()),
        person.state() == Person.State.DISABLED,
        Viewer.may(Permission.PEOPLE_WRITE),
        words(person.roles()),
        boxes(person.roles()),
        Stream.concat(
                Stream.of(new Choice("", frame.text("access.organisation.none"))),
                organisations.stream()
                    .map(known -> new Choice(known.id().value().toString(), known.name())))
            .toList(),
        person.organisation().map(id -> id.value().toString()).orElse(""));
  }

  private PeoplePage.Row row(Person person, List<Organisation> organisations) {
    return new PeoplePage.Row(
        path(person),
        person.name().value(),
        person.email().value(),
        words(person.roles()),
        name(person.organisation(), organisations),
        tone(person),
        frame.texts().get("access.state", person.state()));
  }

  private static String name(Optional<OrganisationId> id, List<Organisation> organisations) {
    return organisations.stream()
        .filter(known -> id.filter(known.id()::equals).isPresent())
        .map(Organisation::name)
        .findAny()
        .orElse("");
  }

  private String words(Set<Role> roles) {
    return roles.stream()
        .sorted()
        .map(role -> frame.texts().get("access.role", role))
        .collect(Collectors.joining(", "));
  }

  private List<PeoplePage.RoleBox> boxes(Set<Role> chosen) {
    return Arrays.stream(Role.values())
        .map(role -> new PeoplePage.RoleBox(
            role.name(),
            frame.texts().get("access.role", role),
            frame.texts().get("access.role-hint", role),
            chosen.contains(role)))
        .toList();
  }

  private static String path(Person person) {
    return "/people/" + person.id().value();
  }

  private static Tone tone(Person person) {
    return switch (person.state()) {
      case INVITED -> Tone.WAITING;
      case ACTIVE -> Tone.GOOD;
      case DISABLED -> Tone.BAD;
    };
  }
}
