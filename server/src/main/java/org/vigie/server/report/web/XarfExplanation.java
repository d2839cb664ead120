package org.vigie.server.report.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.server.report.checking.ClaimCheck;
import tools.jackson.databind.JsonNode;

/// The words of a report in XARF, within the limits of an explanation: its description, further
/// fields for a reviewer, each with its name, and the text evidence. Parts that do not fit are left
/// out as a whole; only the description is cut.
///
/// @param dropped the number of parts left out or cut
record XarfExplanation(String text, int dropped) {
  /// The fields in the explanation, in this order, each with its name.
  private static final List<String> TELLING = List.of(
      "exploitation_type",
      "classification",
      "fraud_type",
      "scheme_description",
      "claimed_entity",
      "target_brand",
      "cloned_site",
      "lure_type",
      "phishing_kit",
      "credential_fields",
      "payment_methods",
      "victim_age_range",
      "media_type",
      "platform",
      "detection_method",
      "verification_method",
      "evidence_type",
      "evidence_source",
      "ncmec_report_id",
      "reporting_obligations",
      "tags");

  private static final String CUT = " […]";

  /// @param named replaces a missing description
  static XarfExplanation of(JsonNode report, String named, List<String> evidence) {
    Parts parts = new Parts(ClaimCheck.longest("explanation"));
    parts.addCut(said(report.path("description")).orElse(named));
    for (String field : TELLING) {
      said(report.path(field)).ifPresent(words -> parts.add(field + ": " + words));
    }
    said(report.path("perpetrator_indicators").path("pattern_of_behavior"))
        .ifPresent(words -> parts.add("pattern_of_behavior: " + words));
    evidence.forEach(parts::add);
    return new XarfExplanation(parts.text.toString(), parts.dropped);
  }

  /// Lines, as many as fit. Threads: one.
  private static final class Parts {
    private final int longest;
    private final StringBuilder text = new StringBuilder();
    private int dropped;

    private Parts(int longest) {
      this.longest = longest;
    }

    private void addCut(String words) {
      if (words.length() <= longest) {
        text.append(words);
      } else {
        int end = longest - CUT.length();
        boolean between = Character.isHighSurrogate(words.charAt(end - 1));
        text.append(words, 0, between ? end - 1 : end).append(CUT);
        dropped++;
      }
    }

    private void add(String words) {
      if (text.length() + 1 + words.length() <= longest) {
        text.append('\n').append(words);
      } else {
        dropped++;
      }
    }
  }

  /// Returns the words of a field: a text, or a list of texts.
  private static Optional<String> said(JsonNode value) {
    if (value.isString()) {
      return Optional.of(value.asString()).filter(text -> !text.isBlank());
    }
    return value.isArray()
        ? Optional.of(value
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .collect(Collectors.joining(", ")))
            .filter(text -> !text.isBlank())
        : Optional.empty();
  }
}
