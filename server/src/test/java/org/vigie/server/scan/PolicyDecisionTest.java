package org.vigie.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.connector.Surface;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.SignalType;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.Match;
import org.vigie.server.bank.MemberId;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.Severity;
import org.vigie.server.scan.ScanMatch.Doubt;

/// Automatic decisions, and those that need a person.
final class PolicyDecisionTest {
  private static Match match(SignalType type, String category, boolean verified) {
    Bank plain = MadeUpBanks.bank(1, "BANK", BankKind.POSITIVE, category);
    Bank bank = new Bank(
        plain.id(),
        plain.name(),
        plain.kind(),
        plain.category(),
        plain.terms(),
        verified,
        plain.provenance(),
        0,
        1,
        plain.createdAt());
    Optional<Dihedral> orientation =
        type.equals(PdqSignal.TYPE) ? Optional.of(Dihedral.ORIGINAL) : Optional.empty();
    return new Match(bank, new MemberId(1), type, 0, orientation, false);
  }

  private static PolicyDecision decision(Match match, Doubt doubt) {
    return PolicyDecision.of(match, doubt, new MadeUpPolicies().current(), Surface.PUBLIC);
  }

  @ParameterizedTest
  @CsvSource({
    "SHA256, grave-content, true,  false, false, AUTOMATIC",
    "MD5,    grave-content, true,  false, false, AUTOMATIC",
    "SHA256, grave-content, false, false, false, HUMAN",
    "SHA256, grave-content, true,  true,  false, HUMAN",
    "SHA256, grave-content, true,  false, true,  HUMAN",
    "SHA256, petty-content, true,  false, false, HUMAN",
    "PDQ,    grave-content, true,  false, false, HUMAN",
    "SHA256, gone-category, true,  false, false, HUMAN",
  })
  void decision_unlessEveryConditionHolds_waitsForAPerson(
      String type,
      String category,
      boolean verified,
      boolean disputed,
      boolean contradicted,
      Confirmation expected) {
    SignalType signalType = type.equals("PDQ") ? PdqSignal.TYPE : DigestType.valueOf(type);

    assertThat(decision(match(signalType, category, verified), new Doubt(disputed, contradicted))
            .confirmation())
        .isEqualTo(expected);
  }

  @Test
  void decisions_ofSeveralMatches_areThatOfTheGravest() {
    PolicyRevision revision = new PolicyRevision(1);
    PolicyDecision petty = new PolicyDecision(
        revision, Optional.of(Severity.LOW), ContentMeasure.QUARANTINE, Confirmation.AUTOMATIC);
    PolicyDecision graveHuman = new PolicyDecision(
        revision, Optional.of(Severity.CRITICAL), ContentMeasure.QUARANTINE, Confirmation.HUMAN);
    PolicyDecision grave = new PolicyDecision(
        revision,
        Optional.of(Severity.CRITICAL),
        ContentMeasure.QUARANTINE,
        Confirmation.AUTOMATIC);
    PolicyDecision unknown =
        new PolicyDecision(revision, Optional.empty(), ContentMeasure.NONE, Confirmation.HUMAN);

    assertThat(
            List.of(petty, unknown, graveHuman, grave).stream().sorted(PolicyDecision.BY_GRAVITY))
        .containsExactly(grave, graveHuman, petty, unknown);
  }

  @Test
  void decision_withoutMatches_isNone() {
    assertThat(PolicyDecision.of(List.of())).isEmpty();
  }
}
