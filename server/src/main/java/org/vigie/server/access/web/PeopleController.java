package org.vigie.server.access.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Look;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Requires;
import org.vigie.server.access.Role;
import org.vigie.server.access.ledger.AccessAct;
import org.vigie.server.access.people.Enrolments;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

@Controller
@RequestMapping("/people")
class PeopleController {
  private final People people;
  private final Enrolments enrolments;
  private final AccessLedger ledger;
  private final AccessSettings settings;

  PeopleController(
      People people, Enrolments enrolments, AccessLedger ledger, AccessSettings settings) {
    this.people = people;
    this.enrolments = enrolments;
    this.ledger = ledger;
    this.settings = settings;
  }

  @GetMapping
  @Requires(Permission.PEOPLE_READ)
  @Look(Look.Kind.RECORDED)
  ResponseEntity<PeoplePage> all(Frame frame) {
    PeoplePage.Typed nothing = new PeoplePage.Typed("", "");
    return Forms.page(views(frame).all(nothing, Set.of(), FormErrors.NONE));
  }

  @PostMapping
  @Requires(Permission.PEOPLE_WRITE)
  @Look(Look.Kind.RECORDED)
  ResponseEntity<? extends Page> invite(
      Frame frame,
      Caller.Person caller,
      @RequestParam String name,
      @RequestParam String email,
      @RequestParam(name = "role", defaultValue = "") Set<Role> roles) {
    FormErrors errors = Forms.when(
        !PersonName.isValid(name), FormErrors.NONE, "name", frame.text("access.error.name"));
    errors =
        Forms.when(!EmailAddress.isValid(email), errors, "email", frame.text("access.error.email"));
    errors = Forms.when(roles.isEmpty(), errors, "role", frame.text("access.error.role"));
    PeoplePage.Typed typed = new PeoplePage.Typed(name, email);
    if (!errors.isEmpty()) {
      return Forms.again(views(frame).all(typed, roles, errors));
    }
    Optional<PersonId> invited =
        people.invite(caller, new PersonName(name), new EmailAddress(email), roles);
    if (invited.isEmpty()) {
      FormErrors taken = FormErrors.NONE.with("email", frame.text("access.error.email-taken"));
      return Forms.again(views(frame).all(typed, roles, taken));
    }
    return link(frame, caller, invited.get());
  }

  @GetMapping("/{id}")
  @Requires(Permission.PEOPLE_READ)
  @Look(Look.Kind.RECORDED_BY_HANDLER)
  ResponseEntity<PersonPage> one(Frame frame, Caller caller, @PathVariable UUID id) {
    Person person = people
        .find(new PersonId(id))
        .orElseThrow(() ->
            new ProblemException(ProblemType.NOT_FOUND, "There is no such person.", Map.of()));
    ledger.record(caller, AccessAct.PERSON_OPENED, new Caller.Person(person.id()).reference());
    return Forms.page(views(frame).one(person));
  }

  @PostMapping("/{id}/roles")
  @Requires(Permission.PEOPLE_WRITE)
  String setRoles(
      Frame frame,
      Caller.Person caller,
      @PathVariable UUID id,
      @RequestParam(name = "role", defaultValue = "") Set<Role> roles,
      RedirectAttributes redirect) {
    Set<Role> chosen = EnumSet.noneOf(Role.class);
    chosen.addAll(roles);
    return told(frame, redirect, id, people.setRoles(caller, new PersonId(id), chosen));
  }

  @PostMapping("/{id}/organisation")
  @Requires(Permission.PEOPLE_WRITE)
  String setOrganisation(
      Frame frame,
      Caller.Person caller,
      @PathVariable UUID id,
      @RequestParam Optional<UUID> organisation,
      RedirectAttributes redirect) {
    List<OrganisationId> known =
        people.organisations().stream().map(Organisation::id).toList();
    Optional<OrganisationId> chosen = organisation.map(OrganisationId::new);
    if (chosen.isPresent() && !known.contains(chosen.get())) {
      throw ProblemException.ofField("organisation", "There is no such organisation.");
    }
    return told(frame, redirect, id, people.setOrganisation(caller, new PersonId(id), chosen));
  }

  @PostMapping("/{id}/disable")
  @Requires(Permission.PEOPLE_WRITE)
  String disable(
      Frame frame, Caller.Person caller, @PathVariable UUID id, RedirectAttributes redirect) {
    return told(frame, redirect, id, people.disable(caller, new PersonId(id)));
  }

  @PostMapping("/{id}/enable")
  @Requires(Permission.PEOPLE_WRITE)
  String enable(
      Frame frame, Caller.Person caller, @PathVariable UUID id, RedirectAttributes redirect) {
    return told(frame, redirect, id, people.enable(caller, new PersonId(id)));
  }

  @PostMapping("/{id}/link")
  @Requires(Permission.PEOPLE_WRITE)
  @Look(value = Look.Kind.RECORDED, subject = "person:{id}")
  ResponseEntity<? extends Page> newLink(Frame frame, Caller.Person caller, @PathVariable UUID id) {
    return people
            .find(new PersonId(id))
            .filter(found -> found.state() != Person.State.DISABLED)
            .isPresent()
        ? link(frame, caller, new PersonId(id))
        : Forms.redirect("/people");
  }

  @PostMapping("/organisations")
  @Requires(Permission.PEOPLE_WRITE)
  String addOrganisation(
      Frame frame,
      Caller.Person caller,
      @RequestParam("organisation-name") String name,
      @RequestParam Organisation.Kind kind,
      @RequestParam String country,
      RedirectAttributes redirect) {
    if (!PersonName.isValid(name)) {
      throw ProblemException.ofField("organisation-name", frame.text("access.error.name"));
    }
    if (!Organisation.isCountry(country)) {
      throw ProblemException.ofField("country", frame.text("access.error.country"));
    }
    boolean added = people.add(
        caller, new Organisation(new OrganisationId(UUID.randomUUID()), name, kind, country));
    FlashMessages.add(
        redirect,
        frame.text(added ? "access.organisation.added" : "access.organisation.name-taken"));
    return "redirect:/people";
  }

  private ResponseEntity<ShownOncePage> link(Frame frame, Caller caller, PersonId id) {
    String link = settings.baseUrl() + enrolments.newLink(caller, id);
    long hours = settings.enrolmentValidity().toHours();
    String sentence = enrolments
        .waitsUntil(id)
        .map(until -> frame.text("access.link.waits", hours, frame.texts().time(until)))
        .orElseGet(() -> frame.text("access.link.sentence", hours));
    return Forms.page(new ShownOncePage(
        frame, frame.text("access.link.title"), sentence, List.of(link), "/people/" + id.value()));
  }

  private static String told(
      Frame frame, RedirectAttributes redirect, UUID id, People.Change ending) {
    FlashMessages.add(redirect, frame.texts().get("access.change", ending));
    return ending == People.Change.UNKNOWN_PERSON ? "redirect:/people" : "redirect:/people/" + id;
  }

  private PeopleViews views(Frame frame) {
    return new PeopleViews(frame, people);
  }
}
