package org.vigie.server.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A category of the DSA tree with its keywords, in the order of its numbers.
///
/// Source: Implementing Regulation (EU) 2024/2835, Annex II. Numbers 16 and 17, "not specified",
/// are for transparency reports only and are no categories of a catalogue.
public enum DsaCategory {
  ANIMAL_WELFARE("ANIMAL_HARM", "UNLAWFUL_SALE_ANIMALS"),
  CONSUMER_INFORMATION(
      "HIDDEN_ADVERTISEMENT",
      "INSUFFICIENT_INFORMATION_ON_TRADERS",
      "MISLEADING_INFO_GOODS_SERVICES",
      "MISLEADING_INFO_CONSUMER_RIGHTS",
      "NONCOMPLIANCE_PRICING"),
  CYBER_VIOLENCE(
      "CYBER_BULLYING_INTIMIDATION",
      "CYBER_HARASSMENT",
      "CYBER_INCITEMENT",
      "CYBER_STALKING",
      "NON_CONSENSUAL_IMAGE_SHARING",
      "NON_CONSENSUAL_MATERIAL_DEEPFAKE"),
  CYBER_VIOLENCE_AGAINST_WOMEN(
      "BULLYING_AGAINST_GIRLS",
      "CYBER_HARASSMENT_AGAINST_WOMEN",
      "CYBER_STALKING_AGAINST_WOMEN",
      "FEMALE_GENDERED_DISINFORMATION",
      "INCITEMENT_AGAINST_WOMEN",
      "NON_CONSENSUAL_IMAGE_SHARING_AGAINST_WOMEN",
      "NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN"),
  DATA_PROTECTION_AND_PRIVACY_VIOLATIONS(
      "BIOMETRIC_DATA_BREACH",
      "DATA_FALSIFICATION",
      "MISSING_PROCESSING_GROUND",
      "RIGHT_TO_BE_FORGOTTEN"),
  ILLEGAL_OR_HARMFUL_SPEECH("DEFAMATION", "DISCRIMINATION", "HATE_SPEECH"),
  INTELLECTUAL_PROPERTY_INFRINGEMENTS(
      "COPYRIGHT_INFRINGEMENT",
      "DESIGN_INFRINGEMENT",
      "GEOGRAPHIC_INDICATIONS_INFRINGEMENT",
      "PATENT_INFRINGEMENT",
      "TRADE_SECRET_INFRINGEMENT",
      "TRADEMARK_INFRINGEMENT"),
  NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS(
      "MISINFORMATION_DISINFORMATION", "VIOLATION_EU_LAW", "VIOLATION_NATIONAL_LAW"),
  PROTECTION_OF_MINORS(
      "AGE_SPECIFIC_RESTRICTIONS_MINORS",
      "CHILD_SEXUAL_ABUSE_MATERIAL",
      "CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE",
      "GROOMING_SEXUAL_ENTICEMENT_MINORS",
      "UNSAFE_CHALLENGES"),
  RISK_FOR_PUBLIC_SECURITY(
      "ILLEGAL_ORGANIZATIONS",
      "RISK_ENVIRONMENTAL_DAMAGE",
      "RISK_PUBLIC_HEALTH",
      "TERRORIST_CONTENT"),
  SCAMS_AND_FRAUD(
      "IMPERSONATION_ACCOUNT_HIJACKING",
      "INAUTHENTIC_ACCOUNTS",
      "INAUTHENTIC_LISTINGS",
      "INAUTHENTIC_USER_REVIEWS",
      "PHISHING",
      "PYRAMID_SCHEMES"),
  SELF_HARM("CONTENT_PROMOTING_EATING_DISORDERS", "SELF_MUTILATION", "SUICIDE"),
  UNSAFE_AND_PROHIBITED_PRODUCTS("PROHIBITED_PRODUCTS", "UNSAFE_PRODUCTS"),
  VIOLENCE(
      "COORDINATED_HARM",
      "INCITEMENT_VIOLENCE_HATRED",
      "HUMAN_EXPLOITATION",
      "HUMAN_TRAFFICKING",
      "TRAFFICKING_WOMEN_GIRLS"),
  OTHER_VIOLATION_TC(
      "ADULT_SEXUAL_MATERIAL",
      "AGE_SPECIFIC_RESTRICTIONS",
      "GEOGRAPHICAL_REQUIREMENTS",
      "GOODS_SERVICES_NOT_PERMITTED",
      "LANGUAGE_REQUIREMENTS",
      "NUDITY");

  /// Belongs to every category.
  public static final String KEYWORD_OTHER = "KEYWORD_OTHER";

  @SuppressWarnings("ImmutableEnumChecker") // Stream.toList keeps no reference to the array
  private final List<String> keywords;

  DsaCategory(String... keywords) {
    this.keywords = Stream.concat(
            Arrays.stream(keywords).map(keyword -> "KEYWORD_" + keyword), Stream.of(KEYWORD_OTHER))
        .toList();
  }

  /// Returns the code in statements of reasons: `STATEMENT_CATEGORY_ANIMAL_WELFARE`.
  public String code() {
    return "STATEMENT_CATEGORY_" + name();
  }

  /// Returns the keywords, `KEYWORD_OTHER` last.
  public List<String> keywords() {
    return keywords;
  }

  /// Returns the category with a code.
  public static Optional<DsaCategory> of(String code) {
    return Arrays.stream(values())
        .filter(category -> category.code().equals(code))
        .findFirst();
  }

  /// Returns the categories that have a keyword: none if it is not one of the tree's.
  public static List<DsaCategory> having(String keyword) {
    return Arrays.stream(values())
        .filter(category -> category.keywords.contains(keyword))
        .toList();
  }
}
