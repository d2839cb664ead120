package org.vigie.server.policy.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.server.policy.text.PolicyProblem.Defect;

/// Collects the problems of one text.
final class Problems {
  private final List<PolicyProblem> found = new ArrayList<>();

  void add(Defect defect, Place place, String path, String reason) {
    found.add(new PolicyProblem(defect, place.line(), place.column(), path, reason));
  }

  /// Throws if there is any problem.
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new MalformedPolicyException(found.stream()
          .sorted(
              Comparator.comparingInt(PolicyProblem::line).thenComparingInt(PolicyProblem::column))
          .toList());
    }
  }
}
