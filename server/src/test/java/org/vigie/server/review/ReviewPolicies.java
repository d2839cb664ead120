package org.vigie.server.review;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.connector.Surface;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Clock;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.LegalTerm;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.ReviewRule;
import org.vigie.server.policy.ReviewRules;
import org.vigie.server.policy.Sanction;
import org.vigie.server.policy.Severity;
import org.vigie.server.policy.StrikeRules;
import org.vigie.server.policy.StrikeRules.Ladder;

/// The policy of [ReviewWorld], which never changes.
final class ReviewPolicies implements Policies {
  static final CategoryKey GRAVE = new CategoryKey("grave-content");
  static final CategoryKey PETTY = new CategoryKey("petty-content");

  /// Decided by two people.
  static final CategoryKey TWICE = new CategoryKey("twice-decided");

  /// Somebody's life is in danger.
  static final CategoryKey DANGER = new CategoryKey("life-in-danger");

  /// Grave, and comes in waves.
  static final CategoryKey WAVE = new CategoryKey("wave-of-phishing");

  static final PolicyCatalogue CATALOGUE = new PolicyCatalogue(
      new PolicyRevision(3),
      List.of(
          category(GRAVE, Severity.CRITICAL),
          category(PETTY, Severity.LOW),
          category(
              WAVE,
              Severity.HIGH,
              "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
              "KEYWORD_COORDINATED_HARM"),
          category(TWICE, Severity.MEDIUM),
          category(DANGER, Severity.LOW)),
      List.of(new Clock(
          "a-day",
          Map.of(Language.EN, "a day", Language.FR, "un jour"),
          "a law",
          Clock.Bound.WITHIN,
          new LegalTerm.Exact(Duration.ofHours(24)))),
      new ReviewRules(
          100,
          List.of(
              new ReviewRule(
                  GRAVE,
                  Optional.empty(),
                  false,
                  Optional.of("a-day"),
                  Optional.empty(),
                  Map.of(),
                  400),
              new ReviewRule(
                  TWICE,
                  Optional.of("in-pairs"),
                  true,
                  Optional.empty(),
                  Optional.empty(),
                  Map.of(),
                  365),
              new ReviewRule(
                  DANGER,
                  Optional.of("another"),
                  false,
                  Optional.of("a-day"),
                  Optional.empty(),
                  Map.of(),
                  365,
                  true)),
          new StrikeRules(
              90,
              List.of(new Ladder(
                  new Ladder.Reach.OfCategory(PETTY),
                  List.of(
                      new Ladder.Step(1, new Sanction.Suspension(7)),
                      new Ladder.Step(2, new Sanction.Ban()))))),
          1_000,
          Optional.empty(),
          List.of()));

  private static Category category(CategoryKey key, Severity severity) {
    return category(key, severity, "STATEMENT_CATEGORY_VIOLENCE", "KEYWORD_COORDINATED_HARM");
  }

  private static Category category(
      CategoryKey key, Severity severity, String dsaCategory, String dsaKeyword) {
    return new Category(
        key,
        Map.of(Language.EN, key.value(), Language.FR, key.value()),
        dsaCategory,
        List.of(dsaKeyword),
        severity,
        new Category.Matching(31, 50),
        Map.of(Surface.PUBLIC, ContentMeasure.QUARANTINE),
        Confirmation.HUMAN,
        Confirmation.HUMAN);
  }

  @Override
  public PolicyCatalogue current() {
    return CATALOGUE;
  }

  @Override
  public Optional<PolicyCatalogue> find(PolicyRevision revision) {
    return Optional.of(CATALOGUE).filter(each -> each.revision().equals(revision));
  }
}
