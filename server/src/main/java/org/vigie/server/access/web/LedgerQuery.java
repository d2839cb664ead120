package org.vigie.server.access.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.server.access.ledger.LedgerFilter;
import org.vigie.server.frame.ProblemException;

/// The filters as the form sends them; an empty or missing one matches all.
public record LedgerQuery(String caller, String act, String subject, String from, String to) {
  LedgerFilter filter() {
    return new LedgerFilter(caller, act, subject, day("from", from), day("to", to));
  }

  /// Returns the filters as a query string.
  String text() {
    return "caller=" + encode(caller) + "&act=" + encode(act) + "&subject=" + encode(subject)
        + "&from=" + encode(from) + "&to=" + encode(to);
  }

  /// Returns the set filters, for the ledger entry of an export: the days, and of free text only
  /// that it was given.
  String detail() {
    return Stream.of(
            given("caller", caller.isEmpty() ? "" : "given"),
            given("act", act.isEmpty() ? "" : "given"),
            given("subject", subject.isEmpty() ? "" : "given"),
            given("from", from),
            given("to", to))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String given(String name, String value) {
    return value.isEmpty() ? "" : name + "=" + value;
  }

  private static Optional<LocalDate> day(String field, String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      throw ProblemException.ofField(field, "A day is written as 2026-11-22.");
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
