package org.vigie.server.report.checking;

import java.util.Set;
import org.vigie.server.policy.Category;

/// The categories that concern child abuse or intimate images, found by the keywords of the DSA, as
/// every operator's catalogue has its own keys.
///
/// A general category that has such a keyword among others counts as well, so that no reporter is
/// asked for a name by mistake.
public final class SensitiveCategories {
  private static final Set<String> CHILD_ABUSE = Set.of(
      "KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL",
      "KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE",
      "KEYWORD_GROOMING_SEXUAL_ENTICEMENT_MINORS");
  private static final Set<String> INTIMATE_IMAGES = Set.of(
      "KEYWORD_NON_CONSENSUAL_IMAGE_SHARING",
      "KEYWORD_NON_CONSENSUAL_MATERIAL_DEEPFAKE",
      "KEYWORD_NON_CONSENSUAL_IMAGE_SHARING_AGAINST_WOMEN",
      "KEYWORD_NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN");

  private SensitiveCategories() {}

  /// Returns whether a category can be an offence of Directive 2011/93/EU, Arts 3 to 7, for
  /// which Regulation (EU) 2022/2065, Art. 16(2)(c) wants no name.
  public static boolean isChildAbuse(Category category) {
    return category.dsaKeywords().stream().anyMatch(CHILD_ABUSE::contains);
  }

  /// Returns whether a category is about intimate images that a person does not want shared.
  public static boolean isIntimateImages(Category category) {
    return category.dsaKeywords().stream().anyMatch(INTIMATE_IMAGES::contains);
  }
}
