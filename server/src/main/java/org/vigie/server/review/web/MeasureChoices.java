package org.vigie.server.review.web;

import java.util.Arrays;
import java.util.List;
import org.vigie.server.frame.Choice;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Sanction;

/// The measures that forms offer, the mildest first.
final class MeasureChoices {
  private MeasureChoices() {}

  /// Returns those against content.
  static List<Choice> content(Words words) {
    return Arrays.stream(ContentMeasure.values())
        .map(each -> new Choice(each.word(), words.texts().get("review.choice." + each.word())))
        .toList();
  }

  /// Returns those against an account or a room.
  static List<Choice> sanctions(Words words) {
    return Arrays.stream(Sanction.Kind.values())
        .map(each -> new Choice(each.word(), words.texts().get("review.sanction." + each.word())))
        .toList();
  }
}
