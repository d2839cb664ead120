package org.vigie.server.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.Severity;
import org.vigie.server.policy.Surface;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.CaseStore.Claimant;

/// Several cases decided with one verdict: each is claimed and decided as it would be alone, and
/// what has to be looked at one by one is left out. Threads: any.
public final class Bulk {
  /// The most cases at once.
  public static final int MOST = 50;

  private final Desk desk;
  private final CaseStore cases;
  private final Reviewers reviewers;
  private final Outlooks outlooks;
  private final ReviewDesk.Surroundings around;

  Bulk(
      Desk desk,
      CaseStore cases,
      Reviewers reviewers,
      Outlooks outlooks,
      ReviewDesk.Surroundings around) {
    this.desk = desk;
    this.cases = cases;
    this.reviewers = reviewers;
    this.outlooks = outlooks;
    this.around = around;
  }

  /// A case as the person saw it.
  public record Chosen(CaseId id, long version) {}

  /// Returns what is wrong with a verdict, whatever it is about.
  public Optional<DecideOutcome.Malformed> defect(Verdict verdict) {
    Subject anything =
        new Subject(Surface.PUBLIC, Optional.of(""), Optional.of(""), Optional.empty());
    return new VerdictCheck(outlooks.policy(), anything, Set.of()).defect(verdict);
  }

  /// Says what would become of each case; changes nothing.
  public List<BulkForecast> preview(PersonId reviewer, List<CaseId> chosen, Verdict verdict) {
    Wellness.Need need = around.wellness().need(reviewer, around.now());
    Claimant claimant = reviewers.find(reviewer, need.spared());
    return chosen.stream()
        .flatMap(id -> cases.find(id).stream())
        .map(found -> new BulkForecast(
            found,
            need.breakUntil().isPresent()
                ? Optional.of(BulkSkip.BREAK_DUE)
                : obstacle(claimant, found, verdict)))
        .toList();
  }

  private Optional<BulkSkip> obstacle(Claimant claimant, Case found, Verdict verdict) {
    if (!isFree(claimant.person(), found)) {
      return Optional.of(found.state() == CaseState.CLAIMED ? BulkSkip.HELD : BulkSkip.DECIDED);
    }
    if (cases.conflicts(claimant, found.id())
        || found.stage() == Case.Stage.LEAD && !claimant.lead()) {
      return Optional.of(BulkSkip.CONFLICT);
    }
    return obstacle(found, verdict);
  }

  private boolean isFree(PersonId person, Case found) {
    Instant now = around.now();
    return switch (found.state()) {
      case OPEN -> true;
      case CLAIMED ->
        cases
            .holder(found.id())
            .filter(holder -> holder.until().isAfter(now))
            .filter(holder -> !holder.person().equals(person))
            .isEmpty();
      case PENDING, DECIDED -> false;
    };
  }

  /// What lies in the case, and not in who would decide it.
  private Optional<BulkSkip> obstacle(Case found, Verdict verdict) {
    PolicyCatalogue policy = outlooks.policy();
    if (isGrave(found, verdict, policy)) {
      return Optional.of(BulkSkip.GRAVE);
    }
    if (found.stage() != Case.Stage.FIRST || wantsSecond(found, verdict, policy)) {
      return Optional.of(BulkSkip.SECOND_REVIEWER);
    }
    if (new VerdictCheck(policy, found.subject(), found.notices())
        .defect(verdict)
        .isPresent()) {
      return Optional.of(BulkSkip.NOT_FITTING);
    }
    return outlooks.of(found).impact(verdict).map(_ -> BulkSkip.CAUTION);
  }

  /// A category that the policy does not know counts as grave, as it does for queues.
  private static boolean isGrave(Case found, Verdict verdict, PolicyCatalogue policy) {
    Set<Severity> grave = Set.of(Severity.HIGH, Severity.CRITICAL);
    return grave.contains(found.severity())
        || verdict
            .violated()
            .map(key -> policy.find(key).map(Category::severity).orElse(Severity.HIGH))
            .filter(grave::contains)
            .isPresent();
  }

  private static boolean wantsSecond(Case found, Verdict verdict, PolicyCatalogue policy) {
    Optional<CategoryKey> violated = verdict.violated();
    return policy.review().of(found.category()).secondReviewer()
        || violated.filter(key -> policy.review().of(key).secondReviewer()).isPresent();
  }

  /// Decides each of the cases that it can be done with, one after the other; what stands in
  /// the way of another does not keep it back.
  public List<BulkOutcome> decide(PersonId reviewer, List<Chosen> chosen, Verdict verdict) {
    return chosen.stream().map(each -> decide(reviewer, each, verdict)).toList();
  }

  private BulkOutcome decide(PersonId reviewer, Chosen chosen, Verdict verdict) {
    Optional<BulkForecast> now =
        preview(reviewer, List.of(chosen.id()), verdict).stream().findFirst();
    if (now.isEmpty() || now.get().subject().version() != chosen.version()) {
      return new BulkOutcome.Skipped(chosen.id(), BulkSkip.CHANGED);
    }
    return now.get()
        .skip()
        .<BulkOutcome>map(skip -> new BulkOutcome.Skipped(chosen.id(), skip))
        .orElseGet(() -> claimed(reviewer, chosen, verdict));
  }

  /// A case that was claimed for this alone goes back when it cannot be decided.
  private BulkOutcome claimed(PersonId reviewer, Chosen chosen, Verdict verdict) {
    boolean before = desk.keep(reviewer, chosen.id());
    long version = before ? chosen.version() : chosen.version() + 1;
    return switch (desk.claim(reviewer, chosen.id())) {
      case ClaimOutcome.Claimed claimed -> {
        DecideOutcome outcome = desk.decide(reviewer, claimed.claimed().id(), version, verdict);
        if (!(outcome instanceof DecideOutcome.Decided) && !before) {
          desk.release(reviewer, chosen.id());
        }
        yield told(chosen.id(), outcome, before);
      }
      case ClaimOutcome.Taken _, ClaimOutcome.NothingWaits _ ->
        new BulkOutcome.Skipped(chosen.id(), BulkSkip.HELD);
      case ClaimOutcome.Conflict _ -> new BulkOutcome.Skipped(chosen.id(), BulkSkip.CONFLICT);
      case ClaimOutcome.BreakDue _ -> new BulkOutcome.Skipped(chosen.id(), BulkSkip.BREAK_DUE);
    };
  }

  private static BulkOutcome told(CaseId id, DecideOutcome outcome, boolean before) {
    return switch (outcome) {
      case DecideOutcome.Decided decided -> new BulkOutcome.Decided(decided.decision(), before);
      case DecideOutcome.Lost _ -> new BulkOutcome.Skipped(id, BulkSkip.CHANGED);
      case DecideOutcome.Malformed _ -> new BulkOutcome.Skipped(id, BulkSkip.NOT_FITTING);
      case DecideOutcome.Unconfirmed _ -> new BulkOutcome.Skipped(id, BulkSkip.CAUTION);
    };
  }
}
