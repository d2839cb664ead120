package org.vigie.server.review.deciding;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Sanction;
import org.vigie.server.report.Circumstances;
import org.vigie.server.review.Verdict;

/// The facts that a reviewer should know before deciding a case.
///
/// @param strikes the number of valid violations of the account, without this case
/// @param days for how many days a violation counts
/// @param recommended the policy's recommendation about the account
/// @param circumstances of account and room, as the messenger says
/// @param largeRoom the number of members from which a room is large
public record Outlook(
    int strikes, int days, Sanction recommended, Circumstances circumstances, int largeRoom) {
  /// Returns the reasons for caution, independent of the verdict.
  public Set<Caution> cautions() {
    Set<Caution> all = EnumSet.noneOf(Caution.class);
    if (circumstances.staff()) {
      all.add(Caution.STAFF_ACCOUNT);
    }
    if (circumstances.verified()) {
      all.add(Caution.VERIFIED_ACCOUNT);
    }
    if (circumstances.members().orElse(0) >= largeRoom) {
      all.add(Caution.LARGE_ROOM);
    }
    return all;
  }

  /// Returns the part of a verdict that has to be confirmed a second time; empty if it touches
  /// nothing that calls for caution.
  Optional<Impact> impact(Verdict verdict) {
    List<Measure> measures = verdict.acting();
    Set<Caution> cautions = cautions();
    if (measures.stream().allMatch(measure -> measure.on() == Measure.Scope.ACCOUNT)) {
      cautions.remove(Caution.LARGE_ROOM);
    }
    return measures.isEmpty() || cautions.isEmpty()
        ? Optional.empty()
        : Optional.of(new Impact(cautions, measures));
  }
}
