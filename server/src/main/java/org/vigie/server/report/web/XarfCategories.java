package org.vigie.server.report.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.PolicyCatalogue;

/// Finds the policy's category of a report in XARF, by the keywords of the DSA, as every operator's
/// catalogue has its own keys. A report with only its type, or with an unknown word, goes to the
/// general category of its family.
///
/// Source: the content types of XARF 4 (`content-csam`, `content-csem`, `content-fraud`,
/// `content-phishing`); sextortion of minors counts as enticement, as NCMEC's "online enticement
/// of children" has it. The table is in `docs/api/notices.md`.
final class XarfCategories {
  private static final String ABUSE_MATERIAL = "KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL";
  private static final String ENTICEMENT = "KEYWORD_GROOMING_SEXUAL_ENTICEMENT_MINORS";
  private static final String MINORS = "STATEMENT_CATEGORY_PROTECTION_OF_MINORS";
  private static final String FRAUD = "STATEMENT_CATEGORY_SCAMS_AND_FRAUD";

  private static final Map<String, Family> FAMILIES = Map.of(
      "csam",
      Family.of(MINORS, ABUSE_MATERIAL),
      "csem",
      new Family(
          MINORS,
          "exploitation_type",
          Map.of(
              "production", ABUSE_MATERIAL,
              "distribution", ABUSE_MATERIAL,
              "possession", ABUSE_MATERIAL,
              "grooming", ENTICEMENT,
              "solicitation", ENTICEMENT,
              "sextortion", ENTICEMENT,
              "trafficking", "KEYWORD_HUMAN_TRAFFICKING"),
          Optional.empty()),
      "phishing",
      Family.of(FRAUD, "KEYWORD_PHISHING"),
      "fraud",
      new Family(
          FRAUD,
          "fraud_type",
          Map.of(
              "government_impersonation", "KEYWORD_IMPERSONATION_ACCOUNT_HIJACKING",
              "impersonation", "KEYWORD_IMPERSONATION_ACCOUNT_HIJACKING",
              "phishing", "KEYWORD_PHISHING",
              "pyramid", "KEYWORD_PYRAMID_SCHEMES",
              "pyramid_scheme", "KEYWORD_PYRAMID_SCHEMES",
              "ponzi", "KEYWORD_PYRAMID_SCHEMES",
              "mlm", "KEYWORD_PYRAMID_SCHEMES"),
          Optional.empty()));

  private XarfCategories() {}

  /// The category and ground of a type of report.
  ///
  /// @param field that says more; empty if nothing does
  /// @param keywords by the value of that field
  /// @param usual the keyword without one
  private record Family(
      String dsaCategory, String field, Map<String, String> keywords, Optional<String> usual) {
    static Family of(String dsaCategory, String keyword) {
      return new Family(dsaCategory, "", Map.of(), Optional.of(keyword));
    }

    Optional<String> keyword(String said) {
      return Optional.ofNullable(keywords.get(said)).or(() -> usual);
    }
  }

  /// Returns the types that are read.
  static Set<String> types() {
    return FAMILIES.keySet();
  }

  /// Returns the field of a type with the exact subject of a report; empty if there is none.
  static String field(String type) {
    return family(type).field();
  }

  /// Returns the category of a report.
  ///
  /// @param type one of those that are read
  /// @param said the value of its field, in lower case; empty if there is none
  /// @return nothing if the catalogue has no category of the family
  static Optional<CategoryKey> category(PolicyCatalogue policy, String type, String said) {
    Family family = family(type);
    return family
        .keyword(said)
        .flatMap(keyword -> narrowest(policy, keyword))
        .or(() -> general(policy, family.dsaCategory()))
        .map(Category::key);
  }

  private static Family family(String type) {
    return Optional.ofNullable(FAMILIES.get(type))
        .orElseThrow(() -> new IllegalArgumentException("this type is not read"));
  }

  /// Returns the category that has the keyword foremost, and of several the one with the fewest
  /// keywords.
  private static Optional<Category> narrowest(PolicyCatalogue policy, String keyword) {
    return policy.categories().stream()
        .filter(category -> category.dsaKeywords().contains(keyword))
        .min(
            Comparator.<Category>comparingInt(category -> category.dsaKeywords().indexOf(keyword))
                .thenComparingInt(category -> category.dsaKeywords().size()));
  }

  /// Returns the general category, which comes before the narrower ones.
  private static Optional<Category> general(PolicyCatalogue policy, String dsaCategory) {
    List<Category> family = policy.categories().stream()
        .filter(category -> category.dsaCategory().equals(dsaCategory))
        .toList();
    return family.stream().findFirst();
  }
}
