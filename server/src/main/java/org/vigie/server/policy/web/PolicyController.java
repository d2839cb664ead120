package org.vigie.server.policy.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.Frame;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.comparing.CatalogueChanges;
import org.vigie.server.policy.revising.PolicyFileLoader;
import org.vigie.server.policy.revising.PolicyRevisions;
import org.vigie.server.policy.store.StoredRevision;

/// Shows the catalogue and its revisions.
@Controller
class PolicyController {
  private static final int SHOWN_REVISIONS = 100;

  private final Policies policies;
  private final PolicyRevisions revisions;
  private final PolicyFileLoader file;

  PolicyController(Policies policies, PolicyRevisions revisions, PolicyFileLoader file) {
    this.policies = policies;
    this.revisions = revisions;
    this.file = file;
  }

  @GetMapping("/policy")
  @ResponseBody
  @Requires(Permission.POLICY_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  PolicyPage policy(Frame frame) {
    boolean mayEdit = !file.isSet() && Viewer.may(Permission.POLICY_WRITE);
    return new PolicyPage(
        frame, policies.current(), revisions.history(SHOWN_REVISIONS), file.outcome(), mayEdit);
  }

  @GetMapping("/policy/revisions/{number}")
  @ResponseBody
  @Requires(Permission.POLICY_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  PolicyRevisionPage revision(Frame frame, @PathVariable int number) {
    PolicyRevision revision = new PolicyRevision(number);
    StoredRevision stored =
        revisions.find(revision).orElseThrow(PolicyCallsController::noSuchRevision);
    PolicyRevision older = new PolicyRevision(number - 1);
    return new PolicyRevisionPage(
        frame,
        stored,
        revisions.find(older),
        changes(older, revision),
        policies.current().revision().equals(revision));
  }

  private CatalogueChanges changes(PolicyRevision older, PolicyRevision newer) {
    return policies
        .find(older)
        .flatMap(
            before -> policies.find(newer).map(after -> CatalogueChanges.between(before, after)))
        .orElse(CatalogueChanges.NONE);
  }
}
