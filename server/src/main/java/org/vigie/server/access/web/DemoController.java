package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.access.People;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// Signing in without proof, in a demonstration only: everybody and everything in it is made up.
/// `./vigie run` marks the data directory of a demonstration and never sets the switch
/// elsewhere.
@Controller
@ConditionalOnBooleanProperty("vigie.frame.demo")
class DemoController {
  private final People people;
  private final Sessions sessions;

  DemoController(People people, Sessions sessions) {
    this.people = people;
    this.sessions = sessions;
  }

  @GetMapping("/demo")
  @OpenToAll("a visitor of a demonstration has no credentials")
  ResponseEntity<DemoPage> residents(Frame frame) {
    return Forms.page(new DemoPage(
        frame,
        people.all().stream()
            .filter(DemoController::mayEnter)
            .map(person -> resident(frame, person))
            .toList()));
  }

  private static DemoPage.Resident resident(Frame frame, Person person) {
    String roles = person.roles().stream()
        .sorted()
        .map(role -> frame.texts().get("access.role", role))
        .collect(Collectors.joining(", "));
    return new DemoPage.Resident(person.id().value(), person.name().value(), roles);
  }

  @PostMapping("/demo")
  @OpenToAll("a visitor of a demonstration has no credentials")
  ResponseEntity<Page> enter(HttpServletRequest request, @RequestParam UUID person) {
    PersonId id = new PersonId(person);
    if (people.find(id).filter(DemoController::mayEnter).isEmpty()) {
      return Forms.redirect("/demo");
    }
    sessions.signIn(request, id, Sessions.Method.DEMONSTRATION);
    return Forms.redirect("/");
  }

  /// People in a demonstration have no credentials, so people who were only invited may enter, too.
  private static boolean mayEnter(Person person) {
    return person.state() != Person.State.DISABLED;
  }
}
