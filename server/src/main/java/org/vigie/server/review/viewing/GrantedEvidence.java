package org.vigie.server.review.viewing;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Grant;
import org.vigie.server.access.GrantRequest;
import org.vigie.server.access.Grants;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Purpose;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.OpenedEvidence;
import org.vigie.server.evidence.Rendition;
import org.vigie.server.evidence.Renditions;
import org.vigie.server.evidence.ShownMedia;
import org.vigie.server.evidence.Vault;
import org.vigie.server.review.CaseId;

/// Opens sealed evidence of a case for one person, under a grant for one object and one minute.
/// The caller has checked that the person may see it. Threads: any.
final class GrantedEvidence {
  private static final Duration VALIDITY = Duration.ofMinutes(1);

  private final Grants grants;
  private final Vault vault;
  private final Renditions renditions;

  GrantedEvidence(Grants grants, Vault vault, Renditions renditions) {
    this.grants = grants;
    this.vault = vault;
    this.renditions = renditions;
  }

  /// Why a person sees evidence.
  record Reason(PersonId viewer, CaseId subject, Purpose purpose) {}

  /// Opens an object as it is.
  OpenedEvidence open(Reason reason, EvidenceId evidence) throws IOException {
    return vault.open(caller(reason), evidence, grant(reason, evidence));
  }

  /// Makes a rendition of an object.
  Rendition rendition(Reason reason, EvidenceObject object, int blur) throws IOException {
    return renditions.of(caller(reason), object, grant(reason, object.id()), blur);
  }

  private static Caller.Person caller(Reason reason) {
    return new Caller.Person(reason.viewer());
  }

  private Grant grant(Reason reason, EvidenceId evidence) {
    return grants.give(
        caller(reason),
        new GrantRequest(
            reason.viewer(),
            reason.purpose(),
            reason.subject().reference(),
            Set.of(evidence.reference()),
            VALIDITY));
  }

  /// Finds an object in any state.
  Optional<EvidenceObject> find(EvidenceId evidence) {
    return vault.find(evidence);
  }

  /// Finds a sealed picture that browsers show.
  Optional<EvidenceObject> picture(EvidenceId evidence) {
    return sealed(evidence).filter(object -> isShownImage(object.description().mediaType()));
  }

  private static boolean isShownImage(String type) {
    return type.startsWith("image/") && ShownMedia.TYPES.contains(type);
  }

  /// Returns whether an object can be looked at or listened to: sealed media, and files that
  /// reporters sent.
  boolean isMedia(EvidenceId evidence) {
    return sealed(evidence)
        .filter(object -> object.description().kind() != EvidenceKind.SNAPSHOT)
        .isPresent();
  }

  /// Returns whether an object is a sealed snapshot.
  boolean isSnapshot(EvidenceId evidence) {
    return sealed(evidence)
        .filter(object -> object.description().kind() == EvidenceKind.SNAPSHOT)
        .isPresent();
  }

  private Optional<EvidenceObject> sealed(EvidenceId evidence) {
    return vault.find(evidence).filter(object -> object.state() == EvidenceObject.State.SEALED);
  }
}
