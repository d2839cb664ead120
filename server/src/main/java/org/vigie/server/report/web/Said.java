package org.vigie.server.report.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.vigie.server.report.Detail;

/// The words that a reporter typed in the last step of the form.
public record Said(
    String explanation, Map<Detail, String> details, String name, String email, boolean goodFaith) {
  static final Said NOTHING = new Said("", Map.of(), "", "", false);

  public Said {
    details = Detail.answered(details);
  }

  /// Reads it.
  ///
  /// @param value returns the value of a field, the empty text if there is none
  static Said of(UnaryOperator<String> value) {
    return new Said(
        value.apply("explanation"),
        Detail.read(value),
        value.apply("name"),
        value.apply("email"),
        !value.apply("good_faith").isEmpty());
  }

  /// Returns the answer to an optional question; may be empty.
  public String to(Detail detail) {
    return details.getOrDefault(detail, "");
  }

  /// Returns the texts that are not empty, which earlier steps carry along when somebody goes
  /// back.
  /// The confirmation is not among them: it is given again, for the answers as they then are.
  Map<String, String> fields() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("explanation", explanation);
    details.forEach((detail, text) -> all.put(detail.word(), text));
    all.put("name", name);
    all.put("email", email);
    all.values().removeIf(String::isEmpty);
    return all;
  }
}
