package org.vigie.server.policy.web;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.ServesTestKeys;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.revising.PolicyRevisions;
import org.vigie.server.policy.store.StoredRevision;

/// The catalogue for programs.
@RestController
class PolicyCallsController {
  private final Policies policies;
  private final PolicyRevisions revisions;

  PolicyCallsController(Policies policies, PolicyRevisions revisions) {
    this.policies = policies;
    this.revisions = revisions;
  }

  @GetMapping("/api/v1/policy")
  @Requires(Permission.POLICY_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  @ServesTestKeys
  PolicyAnswer current() {
    return answer(policies.current().revision());
  }

  @GetMapping("/api/v1/policy/revisions/{number}")
  @Requires(Permission.POLICY_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  @ServesTestKeys
  PolicyAnswer revision(@PathVariable int number) {
    return answer(new PolicyRevision(number));
  }

  private PolicyAnswer answer(PolicyRevision number) {
    StoredRevision stored =
        revisions.find(number).orElseThrow(PolicyCallsController::noSuchRevision);
    return policies
        .find(number)
        .map(catalogue -> PolicyAnswer.of(stored.entry(), catalogue))
        .orElseThrow(PolicyCallsController::noSuchRevision);
  }

  /// Returns the problem with the number of a revision.
  static ProblemException noSuchRevision() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "there is no revision of this number", Map.of());
  }
}
