package org.vigie.server.report;

import java.util.List;
import java.util.Map;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Surface;

/// The content of a notice.
///
/// @param category of the reported content
/// @param explanation why, in the reporter's words; up to 10,000 characters, perhaps none where
///     only the rules of the messenger are concerned
/// @param reported at least one place
/// @param goodFaith whether the reporter confirmed that this is accurate and complete
/// @param language in which the reporter is answered
/// @param details the answers to optional questions; never empty texts
public record Claim(
    Ground ground,
    CategoryKey category,
    String explanation,
    List<ReportedMessage> reported,
    Surface surface,
    boolean goodFaith,
    Language language,
    Map<Detail, String> details) {
  public Claim {
    reported = List.copyOf(reported);
    details = Detail.answered(details);
  }

  /// Makes a claim without details.
  public Claim(
      Ground ground,
      CategoryKey category,
      String explanation,
      List<ReportedMessage> reported,
      Surface surface,
      boolean goodFaith,
      Language language) {
    this(ground, category, explanation, reported, surface, goodFaith, language, Map.of());
  }

  @Override
  public String toString() {
    return "Claim[%s, %s, %s]".formatted(ground, category, surface);
  }
}
