package org.vigie.server.report.form;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.DsaCategory;
import org.vigie.server.policy.PolicyCatalogue;

/// The answers to the first question of the form, in people's words. Each reason maps to some of
/// the policy's categories, found by their DSA category and keywords, so that every operator's
/// catalogue has its reasons.
public enum Reason {
  DANGER_TO_LIFE,
  CHILD_ABUSE,
  INTIMATE_IMAGES,
  VIOLENCE,
  TERRORISM,
  HARASSMENT,
  HATE,
  SELF_HARM,
  SCAM,
  MINORS,
  GOODS,
  PRIVACY,
  COPYRIGHT,
  ELECTIONS,
  OTHER;

  private static final Set<String> CHILDREN = Set.of(
      "KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL",
      "KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE",
      "KEYWORD_GROOMING_SEXUAL_ENTICEMENT_MINORS");

  /// Returns the word in addresses: `child-abuse`.
  public String word() {
    return EnumWords.of(this);
  }

  /// Returns the categories of each reason, in the order of the catalogue; a reason that has
  /// none is left out.
  public static Map<Reason, List<Category>> of(PolicyCatalogue policy) {
    return policy.categories().stream()
        .collect(Collectors.groupingBy(
            category -> of(category, policy),
            () -> new EnumMap<>(Reason.class),
            Collectors.toUnmodifiableList()));
  }

  private static Reason of(Category category, PolicyCatalogue policy) {
    if (policy.review().of(category.key()).danger()) {
      return DANGER_TO_LIFE;
    }
    // The first keyword fits a category best; a general category has many.
    String keyword =
        category.dsaKeywords().isEmpty() ? "" : category.dsaKeywords().getFirst();
    if (CHILDREN.contains(keyword)) {
      return CHILD_ABUSE;
    }
    if (keyword.startsWith("KEYWORD_NON_CONSENSUAL_")) {
      return INTIMATE_IMAGES;
    }
    return DsaCategory.of(category.dsaCategory()).map(Reason::of).orElse(OTHER);
  }

  private static Reason of(DsaCategory category) {
    return switch (category) {
      case VIOLENCE -> VIOLENCE;
      case RISK_FOR_PUBLIC_SECURITY -> TERRORISM;
      case CYBER_VIOLENCE, CYBER_VIOLENCE_AGAINST_WOMEN -> HARASSMENT;
      case ILLEGAL_OR_HARMFUL_SPEECH -> HATE;
      case SELF_HARM -> SELF_HARM;
      case SCAMS_AND_FRAUD -> SCAM;
      case PROTECTION_OF_MINORS -> MINORS;
      case UNSAFE_AND_PROHIBITED_PRODUCTS, ANIMAL_WELFARE, CONSUMER_INFORMATION -> GOODS;
      case DATA_PROTECTION_AND_PRIVACY_VIOLATIONS -> PRIVACY;
      case INTELLECTUAL_PROPERTY_INFRINGEMENTS -> COPYRIGHT;
      case NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS -> ELECTIONS;
      case OTHER_VIOLATION_TC -> OTHER;
    };
  }
}
