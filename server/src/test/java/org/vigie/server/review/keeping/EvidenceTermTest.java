package org.vigie.server.review.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.connector.Surface;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.NewEvidence;
import org.vigie.server.evidence.Vault;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Explanation;
import org.vigie.server.policy.LegalGround;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.revising.EditOutcome;
import org.vigie.server.policy.revising.FirstRevision;
import org.vigie.server.policy.revising.PolicyRevisions;
import org.vigie.server.policy.store.RevisionOrigin;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decider;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.DecisionMade;
import org.vigie.server.review.Stage;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.CaseSource;
import org.vigie.server.review.opening.CaseOpening;
import org.vigie.server.review.opening.NewSource;
import org.vigie.server.review.store.DecisionStore;

/// For how long the evidence of a case is kept: as long as the policy says, never shorter than
/// it said before.
@ServerTest
final class EvidenceTermTest {
  private static final CategoryKey CHILD_ABUSE = new CategoryKey("child-sexual-abuse-material");
  private static final CategoryKey SPEECH = new CategoryKey("hate-speech");

  private final CaseOpening opening;
  private final DecisionStore decisions;
  private final Vault vault;
  private final PolicyRevisions policies;
  private final ApplicationEventPublisher events;
  private final TransactionOperations transaction;

  @Autowired
  EvidenceTermTest(
      CaseOpening opening,
      DecisionStore decisions,
      Vault vault,
      PolicyRevisions policies,
      ApplicationEventPublisher events,
      TransactionOperations transaction) {
    this.opening = opening;
    this.decisions = decisions;
    this.vault = vault;
    this.policies = policies;
    this.events = events;
    this.transaction = transaction;
  }

  @BeforeEach
  void reviseToFourHundredDays() {
    revise(400);
  }

  private void revise(int days) {
    PolicyRevision base = policies.newest().entry().revision();
    String text = FirstRevision.text().replace("evidence-days: 400", "evidence-days: " + days);
    assertThat(policies.revise(
            base,
            text,
            new PolicyRevisions.Authorship(new Caller.Vigie(), RevisionOrigin.PAGE, "")))
        .isNotInstanceOf(EditOutcome.Overtaken.class);
  }

  @Test
  void source_ofACategoryWithATerm_keepsItsEvidenceForIt_andAnotherForAYear() throws IOException {
    Instant then = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MICROS);
    EvidenceId grave = sealed();
    EvidenceId petty = sealed();
    open(CHILD_ABUSE, grave, then);
    open(SPEECH, petty, then);

    assertThat(kept(grave)).isEqualTo(then.plus(Duration.ofDays(400)));
    assertThat(kept(petty)).isEqualTo(then.plus(Duration.ofDays(365)));
  }

  @Test
  void decision_forACategoryWithALongerTerm_keepsEvidenceForIt() throws IOException {
    EvidenceId evidence = sealed();
    CaseId id = open(SPEECH, evidence, Instant.now());
    decide(id, violation(CHILD_ABUSE));

    assertThat(kept(evidence)).isAfter(Instant.now().plus(Duration.ofDays(399)));
  }

  @Test
  void evidence_whenALaterRevisionSaysLess_isKeptAsLongAsBefore() throws IOException {
    Instant then = Instant.now().truncatedTo(ChronoUnit.MICROS);
    EvidenceId early = sealed();
    CaseId id = open(CHILD_ABUSE, early, then);
    revise(184);
    EvidenceId late = sealed();
    open(CHILD_ABUSE, late, then);
    decide(id, new Verdict.NoViolation());

    assertThat(kept(early)).isEqualTo(then.plus(Duration.ofDays(400)));
    assertThat(kept(late)).isEqualTo(then.plus(Duration.ofDays(184)));
  }

  private EvidenceId sealed() throws IOException {
    return vault.seal(
        new Caller.Vigie(),
        new NewEvidence(EvidenceKind.MEDIA, "image/png", "scan:made-up", Instant.now()),
        new ByteArrayInputStream(new byte[] {1, 2, 3}));
  }

  private Instant kept(EvidenceId id) {
    return vault.find(id).orElseThrow().description().keepUntil();
  }

  private CaseId open(CategoryKey category, EvidenceId evidence, Instant at) {
    NewSource source = new NewSource(
        MadeUpSubjects.account(Surface.PUBLIC, "room", UUID.randomUUID().toString()),
        category,
        new CaseSource.FromNotice(new NoticeId(UUID.randomUUID()), false, at),
        Optional.empty(),
        List.of(evidence),
        Set.of());
    return transaction.execute(_ -> opening.open(source)).orElseThrow();
  }

  private static Verdict violation(CategoryKey category) {
    Measure removed = new Measure.OnContent(ContentMeasure.QUARANTINE);
    return new Verdict.Violation(
        category,
        List.of(),
        List.of(removed),
        new LegalGround(false, "terms"),
        new Explanation.Written("Made up."));
  }

  private void decide(CaseId id, Verdict verdict) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Decision decision = new Decision(
        new DecisionId(UUID.randomUUID()),
        id,
        Stage.FIRST,
        new Decider.Rule("made-up", policies.newest().entry().revision()),
        verdict,
        now,
        now);
    transaction.executeWithoutResult(_ -> {
      decisions.insert(decision, DecisionStore.State.FINAL);
      events.publishEvent(new DecisionMade(decision.id()));
    });
  }
}
