package org.vigie.server.policy.web;

import java.util.List;
import org.vigie.server.frame.Texts;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.ReviewRules;

/// The rules of reviewing cases of all categories, in words.
final class ReviewFacts {
  private ReviewFacts() {}

  static List<PolicyPage.Fact> of(PolicyCatalogue policy, Texts texts) {
    ReviewRules review = policy.review();
    return List.of(
        fact("quality", texts.get("policy.fact.quality.value", review.qualitySample()), texts),
        fact("large-room", texts.get("policy.fact.large-room.value", review.largeRoom()), texts),
        fact("strikes", texts.get("policy.term.days", review.strikes().days()), texts),
        fact(
            "unreadable",
            review
                .unreadable()
                .map(key -> policy.name(key, texts.language()))
                .map(name -> texts.get("policy.fact.unreadable.case", name))
                .orElseGet(() -> texts.get("policy.fact.unreadable.none")),
            texts));
  }

  private static PolicyPage.Fact fact(String key, String value, Texts texts) {
    return new PolicyPage.Fact(texts.get("policy.fact." + key), value);
  }
}
