package org.vigie.server.enforcement.web;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.enforcement.actions.ActionId;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.enforcement.actions.Progress;
import org.vigie.server.enforcement.board.StuckActions;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Moment;

/// Lets leads attempt stuck actions again, or give them up.
@Controller
@RequestMapping("/enforcement")
class StuckActionsController {
  private static final String BACK = "redirect:/enforcement";

  private final StuckActions stuck;

  StuckActionsController(StuckActions stuck) {
    this.stuck = stuck;
  }

  @GetMapping
  @Requires(Permission.CASES_LEAD)
  @Look(Look.Kind.NOTHING_PERSONAL)
  ResponseEntity<StuckActionsPage> list(Frame frame) {
    return ResponseEntity.ok(new StuckActionsPage(
        frame, stuck.list().stream().map(action -> row(frame, action)).toList()));
  }

  private static StuckActionsPage.Row row(Frame frame, PlannedAction action) {
    ActionWords words = new ActionWords(frame.texts());
    Optional<Moment> failedAt = Optional.of(action.progress())
        .filter(Progress.Dead.class::isInstance)
        .map(Progress.Dead.class::cast)
        .map(dead -> frame.texts().moment(dead.at()));
    return new StuckActionsPage.Row(
        action.id().value().toString(),
        words.name(action),
        action.action().subject().messenger().value(),
        Long.toString(action.subject().value()),
        new StuckActionsPage.State(ActionWords.tone(action), words.state(action)),
        words.reason(action).orElse(""),
        failedAt);
  }

  @PostMapping("/{id}/attempt")
  @Requires(Permission.CASES_LEAD)
  String attempt(
      Frame frame, Caller.Person caller, @PathVariable UUID id, RedirectAttributes redirect) {
    boolean done = stuck.attemptNow(caller, new ActionId(id));
    FlashMessages.add(
        redirect, frame.text(done ? "enforcement.board.tried" : "enforcement.board.changed"));
    return BACK;
  }

  @PostMapping("/{id}/give-up")
  @Requires(Permission.CASES_LEAD)
  String giveUp(
      Frame frame,
      Caller.Person caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    if (reason.isBlank() || reason.length() > StuckActions.LONGEST_REASON) {
      FlashMessages.add(redirect, frame.text("enforcement.board.why-missing"));
      return BACK;
    }
    boolean done = stuck.giveUp(caller, new ActionId(id), reason.strip());
    FlashMessages.add(
        redirect, frame.text(done ? "enforcement.board.given-up" : "enforcement.board.changed"));
    return BACK;
  }
}
