package org.vigie.server.evidence.web;

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
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Vault;
import org.vigie.server.evidence.custody.EvidenceGoneException;
import org.vigie.server.evidence.keeping.DestructionRequest;
import org.vigie.server.evidence.keeping.Destructions;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// Takes requests to destroy an object before its term ends, from people who have read the
/// consequences and give a reason; a second person agrees on the page of grants.
@Controller
@RequestMapping("/evidence/{id}/destroy")
class DestructionController {
  private final Vault vault;
  private final Destructions destructions;
  private final CaseLinks cases;
  private final HoldForms forms;

  DestructionController(Vault vault, Destructions destructions, CaseLinks cases, HoldForms forms) {
    this.vault = vault;
    this.destructions = destructions;
    this.cases = cases;
    this.forms = forms;
  }

  @GetMapping
  @ResponseBody
  @Requires(Permission.EVIDENCE_GRANT)
  @Look(value = Look.Kind.RECORDED, subject = "evidence:{id}")
  DestructionPage show(Frame frame, @PathVariable String id) {
    EvidenceObject object = object(id);
    return page(frame, object, "", FormErrors.NONE);
  }

  private DestructionPage page(
      Frame frame, EvidenceObject object, String reason, FormErrors errors) {
    return new DestructionPage(
        frame, object, vault.holds(object.id()), cases.open(frame, object.id()), reason, errors);
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
  @Look(value = Look.Kind.RECORDED, subject = "evidence:{id}")
  ResponseEntity<Page> ask(
      Frame frame,
      Caller.Person caller,
      @PathVariable String id,
      @RequestParam String reason,
      RedirectAttributes redirect) {
    EvidenceObject object = object(id);
    FormErrors errors = forms.textErrors(frame, "reason", reason);
    if (!errors.isEmpty()) {
      return EvidenceAddress.again(page(frame, object, reason, errors));
    }
    return switch (destructions.ask(caller, object.id(), reason.strip())) {
      case DestructionRequest.Pending _ -> {
        FlashMessages.add(redirect, frame.text("evidence.destroy.asked"));
        yield EvidenceAddress.redirect(EvidenceAddress.GRANTS);
      }
      case DestructionRequest.AlreadyPending _ ->
        conflict(page(
            frame,
            object,
            reason,
            FormErrors.NONE.with("reason", frame.text("evidence.destroy.waits-already"))));
      case DestructionRequest.Refused _ -> conflict(page(frame, object, reason, FormErrors.NONE));
    };
  }

  private static ResponseEntity<Page> conflict(Page page) {
    return ResponseEntity.status(HttpStatus.CONFLICT).body(page);
  }
}
