package org.vigie.server.outbox.web;

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
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.Frame;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.deadletters.DeadLetters;
import org.vigie.server.outbox.store.DeadLetter;

/// Lets operators replay dead letters, or give them up.
@Controller
@RequestMapping("/outbox")
class DeadLettersController {
  private static final String BACK = "redirect:/outbox";

  private final DeadLetters letters;

  DeadLettersController(DeadLetters letters) {
    this.letters = letters;
  }

  @GetMapping
  @Requires(Permission.OUTBOX_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  ResponseEntity<DeadLettersPage> list(Frame frame) {
    return ResponseEntity.ok(new DeadLettersPage(
        frame, letters.list().stream().map(letter -> row(frame, letter)).toList()));
  }

  private static DeadLettersPage.Row row(Frame frame, DeadLetter letter) {
    return new DeadLettersPage.Row(
        letter.id().value().toString(),
        letter.kind().value(),
        letter.key().value(),
        frame.texts().number(letter.attempts()),
        letter.failure(),
        frame.texts().moment(letter.diedAt()),
        letter.overtaken());
  }

  @PostMapping("/{id}/replay")
  @Requires(Permission.OUTBOX_WRITE)
  String replay(
      Frame frame, Caller.Person caller, @PathVariable UUID id, RedirectAttributes redirect) {
    boolean done = letters.replay(caller, new EffectId(id));
    FlashMessages.add(redirect, frame.text(done ? "outbox.dead.replayed" : "outbox.dead.not-dead"));
    return BACK;
  }

  @PostMapping("/{id}/give-up")
  @Requires(Permission.OUTBOX_WRITE)
  String giveUp(
      Frame frame,
      Caller.Person caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String sure,
      RedirectAttributes redirect) {
    if (sure.isEmpty()) {
      FlashMessages.add(redirect, frame.text("outbox.dead.not-sure"));
      return BACK;
    }
    boolean done = letters.giveUp(caller, new EffectId(id));
    FlashMessages.add(redirect, frame.text(done ? "outbox.dead.given-up" : "outbox.dead.not-dead"));
    return BACK;
  }
}
