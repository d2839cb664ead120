package org.vigie.server.report.web;

import java.util.List;
import java.util.Optional;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.Surface;
import org.vigie.server.report.Ground;
import org.vigie.server.report.checking.SensitiveCategories;
import org.vigie.server.report.form.Reason;

/// The choice that follows from the answers so far: one of the policy's categories, and the ground.
/// Missing answers have defaults.
///
/// @param offered the categories of the reason
record Chosen(
    Reason reason, List<Category> offered, Category category, Ground ground, Surface surface) {
  /// Returns it; empty if there is no such reason.
  static Optional<Chosen> of(Where where, PolicyCatalogue policy) {
    return Words.find(Reason.class, Reason::word, where.reason())
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
        Words.find(Surface.class, Surface::word, where.surface()).orElse(Surface.PUBLIC));
  }

  /// Child abuse is always a legal matter, and costs the reporter no name.
  private static Ground ground(Where where, Category category) {
    return SensitiveCategories.isChildAbuse(category)
        ? Ground.ILLEGAL
        : Words.find(Ground.class, Ground::word, where.ground()).orElse(Ground.RULES);
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
