package org.vigie.server.scan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.connector.Surface;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.ReviewRule;
import org.vigie.server.policy.ReviewRules;
import org.vigie.server.policy.Severity;
import org.vigie.server.policy.StrikeRules;

/// A catalogue of two categories: a critical one that acts at once on equal digests, and a low one
/// that needs a person.
public final class MadeUpPolicies implements Policies {
  public static final String GRAVE = "grave-content";
  public static final String PETTY = "petty-content";

  private static final PolicyCatalogue CATALOGUE = new PolicyCatalogue(
      new PolicyRevision(7),
      List.of(
          category(GRAVE, Severity.CRITICAL, ContentMeasure.QUARANTINE, Confirmation.AUTOMATIC),
          category(PETTY, Severity.LOW, ContentMeasure.LABEL, Confirmation.HUMAN)),
      List.of(),
      new ReviewRules(
          0, List.of(), StrikeRules.USUAL, 1_000, Optional.of(new CategoryKey(PETTY)), List.of()));

  private volatile PolicyCatalogue current = CATALOGUE;

  /// Makes a revision in which a category has another name in each language.
  public void rename(String key, String name) {
    List<Category> renamed = CATALOGUE.categories().stream()
        .map(each -> each.key().value().equals(key) ? named(each, name) : each)
        .toList();
    current = new PolicyCatalogue(new PolicyRevision(8), renamed, List.of(), CATALOGUE.review());
  }

  /// Makes a revision in which a category is grave, and comes in waves.
  public void raiseWave(String key) {
    List<Category> raised = CATALOGUE.categories().stream()
        .map(each -> each.key().value().equals(key) ? wave(each) : each)
        .toList();
    current = new PolicyCatalogue(new PolicyRevision(10), raised, List.of(), CATALOGUE.review());
  }

  private static Category wave(Category category) {
    return new Category(
        category.key(),
        category.names(),
        "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
        List.of("KEYWORD_PHISHING"),
        Severity.HIGH,
        category.matching(),
        category.measures(),
        category.exact(),
        category.perceptual());
  }

  /// Makes a revision under which cases of a category are about danger to life.
  public void endanger(String key) {
    ReviewRules usual = CATALOGUE.review();
    current = new PolicyCatalogue(
        new PolicyRevision(9),
        CATALOGUE.categories(),
        List.of(),
        new ReviewRules(
            0,
            List.of(new ReviewRule(
                new CategoryKey(key),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                ReviewRule.USUAL_EVIDENCE_DAYS,
                true)),
            usual.strikes(),
            usual.largeRoom(),
            usual.unreadable(),
            usual.queues(),
            List.of(new ReviewRules.HelpLine("FR", "A made-up line", "00 00 00", "nobody, never")),
            List.of(new ReviewRules.Facts(
                new CategoryKey(key),
                List.of(
                    Map.of(Language.EN, "it shows a fact", Language.FR, "un fait s’y voit"))))));
  }

  /// Goes back to the catalogue that tests begin with.
  public void restore() {
    current = CATALOGUE;
  }

  private static Category named(Category category, String name) {
    return new Category(
        category.key(),
        Map.of(Language.EN, name, Language.FR, name),
        category.dsaCategory(),
        category.dsaKeywords(),
        category.severity(),
        category.matching(),
        category.measures(),
        category.exact(),
        category.perceptual());
  }

  private static Category category(
      String key, Severity severity, ContentMeasure measure, Confirmation exact) {
    return new Category(
        new CategoryKey(key),
        Map.of(Language.EN, "Category " + key, Language.FR, "Catégorie " + key),
        "STATEMENT_CATEGORY_OTHER",
        List.of("KEYWORD_OTHER"),
        severity,
        new Category.Matching(31, 50),
        Map.of(Surface.PUBLIC, measure),
        exact,
        Confirmation.HUMAN);
  }

  @Override
  public PolicyCatalogue current() {
    return current;
  }

  @Override
  public Optional<PolicyCatalogue> find(PolicyRevision revision) {
    return Stream.of(CATALOGUE, current)
        .filter(each -> each.revision().equals(revision))
        .findFirst();
  }
}
