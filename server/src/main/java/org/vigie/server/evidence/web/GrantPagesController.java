package org.vigie.server.evidence.web;

import java.time.Duration;
import java.util.Set;
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
import org.vigie.server.access.GrantApproval;
import org.vigie.server.access.GrantId;
import org.vigie.server.access.GrantRequest;
import org.vigie.server.access.Grants;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Purpose;
import org.vigie.server.access.Requires;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Vault;
import org.vigie.server.evidence.custody.EvidenceGoneException;
import org.vigie.server.evidence.keeping.Destruction;
import org.vigie.server.evidence.keeping.DestructionAgreement;
import org.vigie.server.evidence.keeping.Destructions;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// Takes requests for leave to open evidence for the law, and the answers of second persons;
/// everyone with the permission may revoke a grant.
@Controller
@RequestMapping("/evidence")
class GrantPagesController {
  private final Vault vault;
  private final Grants grants;
  private final Destructions destructions;
  private final GrantRows rows;
  private final EvidenceViews views;
  private final HoldForms forms;

  GrantPagesController(
      Vault vault,
      Grants grants,
      Destructions destructions,
      GrantRows rows,
      EvidenceViews views,
      HoldForms forms) {
    this.vault = vault;
    this.grants = grants;
    this.destructions = destructions;
    this.rows = rows;
    this.views = views;
    this.forms = forms;
  }

  @GetMapping("/grants")
  @ResponseBody
  @Requires(Permission.GRANTS_READ)
  @Look(Look.Kind.RECORDED)
  GrantsPage list(Frame frame, Caller.Person caller) {
    return page(frame, caller, FormErrors.NONE);
  }

  private GrantsPage page(Frame frame, Caller.Person caller, FormErrors errors) {
    return new GrantsPage(
        frame, rows.waiting(frame, caller.id()), rows.standing(frame, caller.id()), errors);
  }

  @PostMapping("/{id}/grants")
  @Requires(Permission.EVIDENCE_GRANT)
  @Look(value = Look.Kind.RECORDED, subject = "evidence:{id}")
  ResponseEntity<Page> ask(
      Frame frame,
      Caller.Person caller,
      @PathVariable String id,
      @RequestParam String leave,
      @RequestParam int minutes,
      RedirectAttributes redirect) {
    EvidenceObject object = EvidenceAddress.find(vault, EvidenceAddress.id(id));
    if (object.state() == EvidenceObject.State.DESTROYED) {
      throw new EvidenceGoneException(object.id());
    }
    EvidencePage.AskForm form = new EvidencePage.AskForm(leave, minutes);
    FormErrors errors = forms.askErrors(frame, form);
    if (!errors.isEmpty()) {
      return EvidenceAddress.again(
          views.page(frame, caller, object.id(), EvidenceViews.Typed.asking(form, errors)));
    }
    grants.ask(new GrantRequest(
        caller.id(),
        Purpose.LEGAL,
        leave.strip(),
        Set.of(object.id().reference()),
        Duration.ofMinutes(minutes)));
    FlashMessages.add(redirect, frame.text("evidence.grant.notice.asked"));
    return EvidenceAddress.redirect(EvidenceAddress.GRANTS);
  }

  @PostMapping("/grants/{grant}/approve")
  @Requires(Permission.EVIDENCE_GRANT)
  @Look(value = Look.Kind.RECORDED, subject = "grant:{grant}")
  ResponseEntity<Page> approve(
      Frame frame, Caller.Person caller, @PathVariable String grant, RedirectAttributes redirect) {
    GrantId id = EvidenceAddress.grant(grant);
    if (!destructions.isPending(id)) {
      return answer(frame, caller, redirect, id, grants.approve(caller, id));
    }
    return switch (destructions.agree(caller, id)) {
      case DestructionAgreement.Agreed agreed ->
        agreed.destruction() instanceof Destruction.Refused
            ? refused(frame, caller, "held")
            : done(frame, redirect, "destroyed");
      case DestructionAgreement.NotAgreed not -> answer(frame, caller, redirect, id, not.why());
    };
  }

  private ResponseEntity<Page> answer(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      GrantId id,
      GrantApproval approval) {
    return switch (approval) {
      case GrantApproval.Approved _ -> done(frame, redirect, "approved");
      case GrantApproval.SamePerson _ -> refused(frame, caller, "same-person");
      case GrantApproval.SameOrigin _ -> sameOrigin(frame, caller, id);
      case GrantApproval.NotPermitted _ -> refused(frame, caller, "not-permitted");
      case GrantApproval.NotWaiting _ -> refused(frame, caller, "not-waiting");
    };
  }

  /// Says who let whom in, as the request's own row does.
  private ResponseEntity<Page> sameOrigin(Frame frame, Caller.Person caller, GrantId id) {
    return rows.waiting(frame, caller.id()).stream()
        .filter(
            row -> row.id().equals(id.value().toString()) && !row.hindrance().isEmpty())
        .findFirst()
        .map(row -> conflict(frame, caller, row.hindrance()))
        .orElseGet(() -> refused(frame, caller, "same-origin"));
  }

  @PostMapping("/grants/{grant}/refuse")
  @Requires(Permission.EVIDENCE_GRANT)
  @Look(value = Look.Kind.RECORDED, subject = "grant:{grant}")
  ResponseEntity<Page> refuse(
      Frame frame, Caller.Person caller, @PathVariable String grant, RedirectAttributes redirect) {
    GrantId id = EvidenceAddress.grant(grant);
    boolean refused =
        destructions.isPending(id) ? destructions.refuse(caller, id) : grants.refuse(caller, id);
    return refused ? done(frame, redirect, "refused") : refused(frame, caller, "not-waiting");
  }

  @PostMapping("/grants/{grant}/revoke")
  @Requires(Permission.EVIDENCE_GRANT)
  @Look(value = Look.Kind.RECORDED, subject = "grant:{grant}")
  ResponseEntity<Page> revoke(
      Frame frame, Caller.Person caller, @PathVariable String grant, RedirectAttributes redirect) {
    GrantId id = EvidenceAddress.grant(grant);
    boolean forTheLaw =
        grants.find(id).filter(each -> each.purpose() == Purpose.LEGAL).isPresent();
    return forTheLaw && grants.revoke(caller, id)
        ? done(frame, redirect, "revoked")
        : refused(frame, caller, "not-standing");
  }

  private static ResponseEntity<Page> done(Frame frame, RedirectAttributes redirect, String what) {
    FlashMessages.add(redirect, frame.text("evidence.grant.notice." + what));
    return EvidenceAddress.redirect(EvidenceAddress.GRANTS);
  }

  private ResponseEntity<Page> refused(Frame frame, Caller.Person caller, String why) {
    return conflict(frame, caller, frame.text("evidence.grant.error." + why));
  }

  private ResponseEntity<Page> conflict(Frame frame, Caller.Person caller, String sentence) {
    FormErrors errors = FormErrors.NONE.with("grants", sentence);
    return ResponseEntity.status(HttpStatus.CONFLICT).body(page(frame, caller, errors));
  }
}
