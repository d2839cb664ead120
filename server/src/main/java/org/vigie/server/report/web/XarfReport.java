package org.vigie.server.report.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.connector.IdempotencyKey;
import org.vigie.connector.Surface;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.report.checking.Links;
import tools.jackson.databind.JsonNode;

/// A report in XARF 4 about content, as a legal notice. It reads the fields of a notice, and
/// further ones for a reviewer; others may be present, as the format allows.
///
/// Source: the specification of XARF, version 4, core and content types.
record XarfReport(JsonNode json) {
  private static final Pattern VERSION = Pattern.compile("4\\.[0-9]+\\.[0-9]+");

  /// Returns whether a document says that it is one.
  static boolean isOne(JsonNode json) {
    return json.isObject() && json.has("xarf_version");
  }

  /// Returns the key under which it may come again: its own identifier.
  IdempotencyKey key() {
    try {
      return new IdempotencyKey("xarf:" + UUID.fromString(text("report_id")));
    } catch (IllegalArgumentException _) {
      throw ProblemException.ofField("report_id", "This is a UUID.");
    }
  }

  /// Returns the notice, whose reference is the report's own identifier.
  ///
  /// @throws ProblemException naming the field that is not as it has to be
  NoticeJson notice(PolicyCatalogue policy) {
    checkEnvelope();
    String type = text("type");
    NoticeJson.PlaceJson place = new NoticeJson.PlaceJson(null, null, null, text("url"));
    return NoticeJson.ofFlagger(
        category(policy, type).value(),
        explanation().text(),
        surface(text("url")),
        true,
        new NoticeJson.Sent(null, null, place, text("report_id")));
  }

  /// Returns its evidence.
  XarfEvidence evidence() {
    return XarfEvidence.of(json.path("evidence"));
  }

  /// Returns whether it is about the abuse of children.
  boolean isAboutChildren() {
    return Stream.of("csam", "csem")
        .anyMatch(type -> optional("type").filter(type::equals).isPresent());
  }

  /// Returns its words, and the number of dropped parts.
  XarfExplanation explanation() {
    String named = "XARF " + text("type") + ", " + text("report_id");
    return XarfExplanation.of(json, named, evidence().texts());
  }

  /// A report says no surface, but some links do.
  private static String surface(String url) {
    return (Links.opensForMembersOnly(url) ? Surface.PRIVATE : Surface.PUBLIC).word();
  }

  private void checkEnvelope() {
    if (!VERSION.matcher(text("xarf_version")).matches()) {
      throw ProblemException.ofField("xarf_version", "This is 4.x.y.");
    }
    if (!text("category").equals("content")) {
      throw ProblemException.ofField("category", "Only reports about content are read here.");
    }
    text("timestamp");
    text("source_identifier");
    checkParty("reporter");
    checkParty("sender");
  }

  private void checkParty(String name) {
    JsonNode party = json.path(name);
    for (String part : List.of("org", "contact", "domain")) {
      if (!party.path(part).isString()) {
        throw ProblemException.ofField(name + "." + part, "This field is missing, or no text.");
      }
    }
  }

  private CategoryKey category(PolicyCatalogue policy, String type) {
    if (!XarfCategories.types().contains(type)) {
      throw ProblemException.ofField(
          "type", "Of content, csam, csem, phishing and fraud are read here.");
    }
    String said = optional(XarfCategories.field(type)).orElse("").strip().toLowerCase(Locale.ROOT);
    return XarfCategories.category(policy, type, said)
        .orElseThrow(() -> ProblemException.ofField("type", "No category is about this."));
  }

  private String text(String field) {
    return optional(field)
        .orElseThrow(() -> ProblemException.ofField(field, "This field is missing, or no text."));
  }

  private Optional<String> optional(String field) {
    JsonNode value = json.path(field);
    return value.isString() ? Optional.of(value.asString()) : Optional.empty();
  }
}
