package org.vigie.server.report;

import java.util.List;
import java.util.Map;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Surface;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.CategoryKey;

/// The content of a notice.
///
/// @param category of the reported content
/// @param explanation why, in the reporter's words; up to 10,000 characters, perhaps none where
///     only the rules of the messenger are concerned
/// @param reported at least one; none once it was forgotten
/// @param messenger of all that is reported, as `surface`
/// @param goodFaith whether the reporter confirmed that this is accurate and complete
/// @param language in which the reporter is answered
/// @param details the answers to optional questions; never empty texts
public record Claim(
    Ground ground,
    CategoryKey category,
    String explanation,
    List<ReportedContent> reported,
    MessengerId messenger,
    Surface surface,
    boolean goodFaith,
    Language language,
    Map<Detail, String> details) {
  public Claim {
    reported = List.copyOf(reported);
    details = Detail.answered(details);
    if (!reported.stream()
        .allMatch(each ->
            each.subject().messenger().equals(messenger) && each.subject().surface() == surface)) {
      throw new IllegalArgumentException("a notice is about one messenger and one surface");
    }
  }

  /// Makes a claim without details.
  public Claim(
      Ground ground,
      CategoryKey category,
      String explanation,
      List<ReportedContent> reported,
      MessengerId messenger,
      Surface surface,
      boolean goodFaith,
      Language language) {
    this(
        ground, category, explanation, reported, messenger, surface, goodFaith, language, Map.of());
  }

  @Override
  public String toString() {
    return "Claim[%s, %s, %s]".formatted(ground, category, surface);
  }
}
