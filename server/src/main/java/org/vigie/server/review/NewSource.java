package org.vigie.server.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.bank.MemberId;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.policy.CategoryKey;

/// A scan or a notice that tells of something a person has to look at.
///
/// @param organisation who sent the notice, where an organisation did
/// @param members that the scan matched under this category
public record NewSource(
    Subject subject,
    CategoryKey category,
    CaseSource source,
    Optional<OrganisationId> organisation,
    List<EvidenceId> evidence,
    Set<MemberId> members) {
  public NewSource {
    evidence = List.copyOf(evidence);
    members = Set.copyOf(members);
  }

  /// Returns the same, with only some of the members.
  NewSource with(Set<MemberId> others) {
    return new NewSource(subject, category, source, organisation, evidence, others);
  }
}
