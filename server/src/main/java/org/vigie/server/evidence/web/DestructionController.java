package org.vigie.server.evidence.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.evidence.Destruction;
import org.vigie.server.evidence.EvidenceGoneException;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Hold;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Notices;
import org.vigie.server.frame.Page;

/// Destroys an object before its time, once somebody has read what that means and said why.
@Controller
@RequestMapping("/evidence/{id}/destroy")
class DestructionController {
  private final Vault vault;
  private final HoldForms forms;

  DestructionController(Vault vault, HoldForms forms) {
    this.vault = vault;
    this.forms = forms;
  }

  @GetMapping
  @ResponseBody
  @Requires(Permission.EVIDENCE_GRANT)
  DestructionPage ask(Frame frame, @PathVariable String id) {
    EvidenceObject object = object(id);
    return new DestructionPage(frame, object, vault.holds(object.id()), "", FormErrors.NONE);
  }

  private EvidenceObject object(String id) {
    EvidenceObject object = EvidenceAddress.find(vault, EvidenceAddress.id(id));
    if (object.state() == EvidenceObject.State.DESTROYED) {
      throw new EvidenceGoneException(object.id());
    }
    return object;
  }

  @PostMapping
  @Requires(Permission.EVIDENCE_GRANT)
  ResponseEntity<Page> destroy(
      Frame frame,
      Caller.Person caller,
      @PathVariable String id,
      @RequestParam String reason,
      RedirectAttributes redirect) {
    EvidenceObject object = object(id);
    FormErrors errors = forms.textErrors(frame, "reason", reason);
    if (!errors.isEmpty()) {
      List<Hold> holds = vault.holds(object.id());
      return EvidenceAddress.again(new DestructionPage(frame, object, holds, reason, errors));
    }
    return switch (vault.destroy(caller, object.id(), reason.strip())) {
      case Destruction.Destroyed _ -> {
        Notices.tell(redirect, frame.text("evidence.destroy.done"));
        yield EvidenceAddress.redirect(EvidenceAddress.of(object.id()));
      }
      case Destruction.AlreadyDestroyed _ -> throw new EvidenceGoneException(object.id());
      case Destruction.Refused refused ->
        ResponseEntity.status(HttpStatus.CONFLICT)
            .body(new DestructionPage(frame, object, refused.holds(), reason, FormErrors.NONE));
    };
  }
}
