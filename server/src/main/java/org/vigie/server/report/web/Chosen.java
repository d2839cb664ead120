package org.vigie.server.report.web;

import java.util.List;
import java.util.Optional;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.Surface;
import org.vigie.server.report.Ground;
import org.vigie.server.report.checking.SensitiveCategories;
import org.vigie.server.report.form.Reason;

/// The choice that follows from the answers so far: one of the policy's categories, and on what the
/// reporter relies. Where somebody has not chosen, the usual stands.
///
/// @param offered the categories of the reason
record Chosen(
    Reason reason, List<Category> offered, Category category, Ground ground, Surface surface) {
  /// Returns it; empty if there is no such reason.
  static Optional<Chosen> of(Where where, PolicyCatalogue policy) {
    return EnumWords.find(Reason.class, where.reason())
        .flatMap(reason -> Optional.ofNullable(Reason.of(policy).get(reason))
            .map(offered -> of(where, reason, offered)));
  }

  private static Chosen of(Where where, Reason reason, List<Category> offered) {
    Category category = offered.stream()
        .filter(each -> each.key().value().equals(where.category()))
        .findFirst()
        .orElse(offered.getFirst());
    return new Chosen(
        reason,
        offered,
        category,
        ground(where, category),
        EnumWords.find(Surface.class, where.surface()).orElse(Surface.PUBLIC));
  }

  /// Child abuse is always a legal matter, and costs the reporter no name.
  private static Ground ground(Where where, Category category) {
    return SensitiveCategories.isChildAbuse(category)
        ? Ground.ILLEGAL
        : EnumWords.find(Ground.class, where.ground()).orElse(Ground.RULES);
  }

  boolean isChildAbuse() {
    return SensitiveCategories.isChildAbuse(category);
  }

  boolean needsContact() {
    return ground == Ground.ILLEGAL && !isChildAbuse();
  }

  boolean needsSupport() {
    return isChildAbuse() || SensitiveCategories.isIntimateImages(category);
  }
}
