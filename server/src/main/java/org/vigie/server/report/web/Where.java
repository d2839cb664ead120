package org.vigie.server.report.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vigie.server.report.checking.SentPlace;

/// The answers of the form so far, as in its fields; every text may be empty.
///
/// @param reason the word of a [org.vigie.server.report.form.Reason]
/// @param messenger that has it; the only one need not be named
/// @param link to the reported content
/// @param account as the messenger names it, as `room` and `message`
public record Where(
    String reason,
    String category,
    String ground,
    String messenger,
    String surface,
    String link,
    String account,
    String room,
    String message) {
  /// Reads it, without surrounding spaces.
  ///
  /// @param value returns the value of a field, the empty text if there is none
  static Where of(UnaryOperator<String> value) {
    return new Where(
        value.apply("reason").strip(),
        value.apply("category").strip(),
        value.apply("ground").strip(),
        value.apply("messenger").strip(),
        value.apply("surface").strip(),
        value.apply("link").strip(),
        value.apply("account").strip(),
        value.apply("room").strip(),
        value.apply("message").strip());
  }

  /// Returns the fields that are not empty, in order.
  public Map<String, String> fields() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("reason", reason);
    all.put("category", category);
    all.put("ground", ground);
    all.put("messenger", messenger);
    all.put("surface", surface);
    all.putAll(place());
    all.values().removeIf(String::isEmpty);
    return all;
  }

  /// Returns the fields of the place that are not empty.
  public Map<String, String> place() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("link", link);
    all.put("account", account);
    all.put("room", room);
    all.put("message", message);
    all.values().removeIf(String::isEmpty);
    return all;
  }

  /// Returns the fields that a newly chosen reason leaves as they are, unless they are empty.
  Map<String, String> fieldsOfAnyReason() {
    Map<String, String> all = new LinkedHashMap<>(fields());
    all.keySet().removeAll(List.of("reason", "category", "ground"));
    return all;
  }

  /// Returns the place, not checked yet.
  SentPlace sentPlace() {
    return new SentPlace(said(account), said(room), said(message), said(link));
  }

  private static Optional<String> said(String text) {
    return Optional.of(text).filter(said -> !said.isEmpty());
  }
}
