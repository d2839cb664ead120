package org.vigie.server.policy.web;

import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.comparing.CatalogueChanges;
import org.vigie.server.policy.revising.EditOutcome;
import org.vigie.server.policy.revising.PolicyFileLoader;
import org.vigie.server.policy.revising.PolicyRevisions;
import org.vigie.server.policy.revising.PolicyRevisions.Authorship;
import org.vigie.server.policy.store.RevisionOrigin;
import org.vigie.server.policy.store.StoredRevision;
import org.vigie.server.policy.text.MalformedPolicyException;
import org.vigie.server.policy.web.PolicyEditPage.Finding;

/// Changes the catalogue.
@Controller
class PolicyEditController {
  private final Policies policies;
  private final PolicyRevisions revisions;
  private final PolicyFileLoader file;

  PolicyEditController(Policies policies, PolicyRevisions revisions, PolicyFileLoader file) {
    this.policies = policies;
    this.revisions = revisions;
    this.file = file;
  }

  @GetMapping("/policy/edit")
  @ResponseBody
  @Requires(Permission.POLICY_WRITE)
  @Look(Look.Kind.NOTHING_PERSONAL)
  PolicyEditPage edit(Frame frame) {
    refuseIfHeldByFile();
    StoredRevision newest = revisions.newest();
    return new PolicyEditPage(
        frame, newest.entry().revision(), newest.text(), "", new Finding.Unchecked());
  }

  @PostMapping("/policy/check")
  @Requires(Permission.POLICY_WRITE)
  @Look(Look.Kind.NOTHING_PERSONAL)
  ResponseEntity<PolicyEditPage> check(Frame frame, PolicyForm form) {
    try {
      CatalogueChanges changes = CatalogueChanges.between(
          policies.current(), revisions.check(form.basis(), form.normalText()));
      return ResponseEntity.ok(form.page(frame, new Finding.Good(changes)));
    } catch (MalformedPolicyException e) {
      return wrong(form.page(frame, new Finding.Bad(e.problems())));
    }
  }

  /// Answers a redirect if the text was saved, else the page again.
  @PostMapping("/policy/edit")
  @Requires(Permission.POLICY_WRITE)
  @Look(Look.Kind.NOTHING_PERSONAL)
  ResponseEntity<PolicyEditPage> save(
      Frame frame, Caller caller, RedirectAttributes redirect, PolicyForm form) {
    refuseIfHeldByFile();
    if (form.isNoteTooLong()) {
      return wrong(form.page(frame, new Finding.NoteTooLong()));
    }
    try {
      return switch (revise(caller, form)) {
        case EditOutcome.Saved(PolicyRevision revision) ->
          done(frame, redirect, "policy.notice.saved", revision);
        case EditOutcome.Unchanged(PolicyRevision current) ->
          done(frame, redirect, "policy.notice.unchanged", current);
        case EditOutcome.Overtaken(PolicyRevision current) ->
          ResponseEntity.status(HttpStatus.CONFLICT)
              .body(form.page(frame, new Finding.Overtaken(current)));
      };
    } catch (MalformedPolicyException e) {
      return wrong(form.page(frame, new Finding.Bad(e.problems())));
    }
  }

  private EditOutcome revise(Caller caller, PolicyForm form) {
    return revisions.revise(
        form.basis(),
        form.normalText(),
        new Authorship(caller, RevisionOrigin.PAGE, form.noteOrNone()));
  }

  private static ResponseEntity<PolicyEditPage> done(
      Frame frame, RedirectAttributes redirect, String sentence, PolicyRevision revision) {
    FlashMessages.add(redirect, frame.text(sentence, frame.texts().number(revision.number())));
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/policy/revisions/" + revision.number()))
        .build();
  }

  private void refuseIfHeldByFile() {
    if (file.isSet()) {
      throw new ProblemException(
          ProblemType.CONFLICT, "the catalogue comes from a file and is edited there", Map.of());
    }
  }

  private static ResponseEntity<PolicyEditPage> wrong(PolicyEditPage page) {
    return ResponseEntity.unprocessableContent().body(page);
  }
}
