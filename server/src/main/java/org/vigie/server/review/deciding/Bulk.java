package org.vigie.server.review.deciding;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.Severity;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Stage;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseAccess;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.CaseStore.Claimant;
import org.vigie.server.review.viewing.Wellness;

/// Decides several cases with one verdict. Each case is claimed and decided as it would be alone;
/// cases that need a look of their own are skipped. Threads: any.
public final class Bulk {
  /// The most cases at once.
  public static final int MOST = 50;

  private static final Set<Severity> GRAVE = Set.of(Severity.HIGH, Severity.CRITICAL);

  private final Desk desk;
  private final CaseStore cases;
  private final CaseAccess access;
  private final Outlooks outlooks;
  private final Wellness wellness;
  private final MediaLooks looks;
  private final InstantSource clock;

  public Bulk(
      Desk desk,
      CaseStore cases,
      CaseAccess access,
      Outlooks outlooks,
      Wellness wellness,
      MediaLooks looks,
      InstantSource clock) {
    this.desk = desk;
    this.cases = cases;
    this.access = access;
    this.outlooks = outlooks;
    this.wellness = wellness;
    this.looks = looks;
    this.clock = clock;
  }

  /// A case as the person saw it.
  public record Chosen(CaseId id, long version) {}

  /// Returns the first defect of a verdict that does not depend on the case.
  public Optional<DecideOutcome.Malformed> defect(Verdict verdict) {
    Optional<Reference> any = Optional.of(new Reference("any"));
    Subject anything = new Subject(new MessengerId("any"), Surface.PUBLIC, any, any, any);
    return new VerdictCheck(outlooks.policy(), anything, Set.of()).defect(verdict);
  }

  /// Forecasts the outcome for each case; changes nothing.
  public List<BulkForecast> preview(PersonId reviewer, List<CaseId> chosen, Verdict verdict) {
    Wellness.Need need = wellness.need(reviewer, clock.instant());
    Claimant claimant = access.claimant(reviewer, need.spared());
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
    if (access.isBarred(claimant, found)) {
      return Optional.of(BulkSkip.CONFLICT);
    }
    return obstacle(found, verdict)
        .or(() -> Optional.of(BulkSkip.NOT_LOOKED_AT)
            .filter(_ -> Ruling.plain(found.version(), verdict).isTerminal())
            .filter(_ -> looks.areMissing(claimant.person(), found)));
  }

  private boolean isFree(PersonId person, Case found) {
    return switch (found.state()) {
      case OPEN -> true;
      case CLAIMED -> !access.isHeldByAnother(person, found.id(), clock.instant());
      case PENDING, DECIDED -> false;
    };
  }

  /// Returns the obstacle that lies in the case, not in its reviewer.
  private Optional<BulkSkip> obstacle(Case found, Verdict verdict) {
    PolicyCatalogue policy = outlooks.policy();
    if (isGrave(found, verdict, policy)) {
      return Optional.of(BulkSkip.GRAVE);
    }
    if (found.stage() != Stage.FIRST || SecondReview.isWanted(policy, found, verdict)) {
      return Optional.of(BulkSkip.SECOND_REVIEWER);
    }
    if (new VerdictCheck(policy, found.subject(), found.material().notices())
        .defect(verdict)
        .isPresent()) {
      return Optional.of(BulkSkip.NOT_FITTING);
    }
    return outlooks.of(found).impact(verdict).map(_ -> BulkSkip.CAUTION);
  }

  private static boolean isGrave(Case found, Verdict verdict, PolicyCatalogue policy) {
    boolean wave = policy.find(found.category()).filter(Category::comesInWaves).isPresent();
    return found.route().isDanger()
        || GRAVE.contains(found.route().severity()) && !wave
        || verdict.violated().filter(key -> isGrave(key, policy)).isPresent();
  }

  /// A category that the policy does not know counts as grave, as it does for queues.
  private static boolean isGrave(CategoryKey key, PolicyCatalogue policy) {
    return policy.find(key).map(each -> !isPlain(each, policy)).orElse(true);
  }

  /// Returns whether cases may be found of a category together: nobody's life is in danger there,
  /// and it is not grave, or comes in waves.
  public static boolean isPlain(Category category, PolicyCatalogue policy) {
    return !policy.review().of(category.key()).danger()
        && (!GRAVE.contains(category.severity()) || category.comesInWaves());
  }

  /// Decides the cases one after the other. A case that is skipped keeps no other back.
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

  /// Releases a case that was claimed for this alone and cannot be decided.
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
      case DecideOutcome.NotLookedAt _ -> new BulkOutcome.Skipped(id, BulkSkip.NOT_LOOKED_AT);
      case DecideOutcome.Unconfirmed _ -> new BulkOutcome.Skipped(id, BulkSkip.CAUTION);
    };
  }
}
