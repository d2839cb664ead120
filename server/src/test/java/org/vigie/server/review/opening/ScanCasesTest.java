package org.vigie.server.review.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.SignalType;
import org.vigie.server.bank.Match;
import org.vigie.server.bank.MemberId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.Resemblance;
import org.vigie.server.policy.Severity;
import org.vigie.server.scan.PolicyDecision;
import org.vigie.server.scan.ScanMatch;
import org.vigie.server.scan.ScanMatch.Discovery;
import org.vigie.server.scan.ScanMatch.Doubt;
import org.vigie.server.scan.ScanWorld;

/// Which match of a scan decides by itself.
final class ScanCasesTest {
  private static final PolicyRevision REVISION = new PolicyRevision(7);
  private static final ContentMeasure MEASURE = ContentMeasure.QUARANTINE;

  private static ScanMatch match(SignalType type, Confirmation confirmation) {
    Optional<Dihedral> orientation =
        type.equals(PdqSignal.TYPE) ? Optional.of(Dihedral.ORIGINAL) : Optional.empty();
    return ScanMatch.of(
        new Match(ScanWorld.GRAVE, new MemberId(1), type, 0, orientation, false),
        new Doubt(false, false),
        new PolicyDecision(REVISION, Optional.of(Severity.CRITICAL), MEASURE, confirmation),
        new Discovery(Instant.EPOCH, false));
  }

  @Test
  void ruling_ofAPerceptualMatch_saysSimilar() {
    ScanMatch similar = match(PdqSignal.TYPE, Confirmation.AUTOMATIC);

    PolicyDecisions.Ruling ruling = ScanCases.automatic(List.of(similar)).orElseThrow();

    assertThat(ruling)
        .isEqualTo(new PolicyDecisions.Ruling(Resemblance.SIMILAR, REVISION, MEASURE));
    assertThat(ruling.name(new CategoryKey("grave-content"))).isEqualTo("grave-content/perceptual");
  }

  @Test
  void ruling_ofSeveralMatches_isThatOfTheSurestThatActsAtOnce() {
    ScanMatch similar = match(PdqSignal.TYPE, Confirmation.AUTOMATIC);
    ScanMatch identical = match(DigestType.SHA256, Confirmation.AUTOMATIC);
    ScanMatch waiting = match(DigestType.MD5, Confirmation.HUMAN);

    assertThat(ScanCases.automatic(List.of(similar, identical)))
        .contains(new PolicyDecisions.Ruling(Resemblance.IDENTICAL, REVISION, MEASURE));
    assertThat(ScanCases.automatic(List.of(similar, waiting)))
        .contains(new PolicyDecisions.Ruling(Resemblance.SIMILAR, REVISION, MEASURE));
    assertThat(ScanCases.automatic(List.of(waiting))).isEmpty();
  }
}
