package org.vigie.server.access.web;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Origins;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.agreement.AccessRequests;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// Shows, approves and stops requests for access. Everybody sees requests for themselves; people
/// who may see people or grant evidence see all requests.
@Controller
@RequestMapping("/requests")
class RequestsController {
  private static final Duration SHOWN = Duration.ofDays(30);

  private final AccessRequests requests;
  private final People people;
  private final Origins origins;

  RequestsController(AccessRequests requests, People people, Origins origins) {
    this.requests = requests;
    this.people = people;
    this.origins = origins;
  }

  @GetMapping
  @Requires(Permission.OWN_ACCOUNT)
  @Look(Look.Kind.RECORDED)
  ResponseEntity<RequestsPage> all(Frame frame, Caller.Person caller) {
    return Forms.page(page(frame, caller));
  }

  @PostMapping("/{id}/agree")
  @Requires(Permission.PEOPLE_WRITE)
  @Look(Look.Kind.RECORDED)
  ResponseEntity<? extends Page> agree(
      Frame frame, Caller.Person caller, @PathVariable UUID id, RedirectAttributes redirect) {
    return answer(frame, caller, redirect, new Done("agreed", id), requests.agree(caller, id));
  }

  @PostMapping("/{id}/stop")
  @Requires(Permission.OWN_ACCOUNT)
  @Look(Look.Kind.RECORDED)
  ResponseEntity<? extends Page> stop(
      Frame frame, Caller.Person caller, @PathVariable UUID id, RedirectAttributes redirect) {
    return answer(frame, caller, redirect, new Done("stopped", id), requests.stop(caller, id));
  }

  /// The attempted act.
  private record Done(String what, UUID id) {}

  private ResponseEntity<? extends Page> answer(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      Done done,
      AccessRequests.Answer answer) {
    if (answer == AccessRequests.Answer.DONE) {
      FlashMessages.add(redirect, frame.text("access.requests.done." + done.what()));
      return Forms.redirect("/requests");
    }
    RequestsPage shown = page(frame, caller);
    String why = Optional.of(shown.hindrance(done.id().toString()))
        .filter(_ -> answer == AccessRequests.Answer.SAME_ORIGIN)
        .filter(sentence -> !sentence.isEmpty())
        .orElseGet(() -> frame.texts().get("access.requests.error", answer));
    return Forms.page(HttpStatus.CONFLICT, shown.with(FormErrors.NONE.with("requests", why)));
  }

  private RequestsPage page(Frame frame, Caller.Person caller) {
    return new RequestRows(frame, people.all(), caller, people::issuerOf, origins)
        .page(requests.within(SHOWN));
  }
}
