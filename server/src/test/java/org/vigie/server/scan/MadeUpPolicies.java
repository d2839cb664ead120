package org.vigie.server.scan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.connector.Surface;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.PolicyRevision;
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
    return CATALOGUE;
  }

  @Override
  public Optional<PolicyCatalogue> find(PolicyRevision revision) {
    return Optional.of(CATALOGUE).filter(each -> each.revision().equals(revision));
  }
}
