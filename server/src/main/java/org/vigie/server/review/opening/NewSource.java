package org.vigie.server.review.opening;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vigie.connector.Subject;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.bank.MemberId;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Accuracy;
import org.vigie.server.review.cases.CaseSource;

/// A scan or a notice that a person has to look at.
///
/// @param organisation the organisation that sent the notice, if one did
/// @param members that the scan matched under this category
/// @param accuracy of the sender of the notice
/// @param roomMembers the number of people in the room, as the messenger says with the notice
public record NewSource(
    Subject subject,
    CategoryKey category,
    CaseSource source,
    Optional<OrganisationId> organisation,
    List<EvidenceId> evidence,
    Set<MemberId> members,
    Accuracy accuracy,
    OptionalLong roomMembers) {
  public NewSource {
    evidence = List.copyOf(evidence);
    members = Set.copyOf(members);
  }

  /// Makes one of an unknown sender and room, or of a scan.
  public NewSource(
      Subject subject,
      CategoryKey category,
      CaseSource source,
      Optional<OrganisationId> organisation,
      List<EvidenceId> evidence,
      Set<MemberId> members) {
    this(
        subject,
        category,
        source,
        organisation,
        evidence,
        members,
        Accuracy.UNKNOWN,
        OptionalLong.empty());
  }

  /// Returns the same, without its media.
  NewSource withoutEvidence() {
    return new NewSource(
        subject, category, source, organisation, List.of(), members, accuracy, roomMembers);
  }

  /// Returns the same, with only some of the members.
  NewSource with(Set<MemberId> others) {
    return new NewSource(
        subject, category, source, organisation, evidence, others, accuracy, roomMembers);
  }
}
