package org.vigie.server.review.cases;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.server.frame.EnumWords;

/// A filter of cases by their course: when they opened, were due and were decided.
///
/// Text form: the parts that are set, in the order of [Part], each with its value after a colon,
/// separated by commas: `due:2026-11-01T00:00:00Z/2026-12-01T00:00:00Z,deadline:missed`.
///
/// @param decided when their first decision took effect
/// @param deadline whether that was in time, or is still to come too late; needs `due`, in which
///     cases were due
public record CaseCourse(
    Optional<Span> opened,
    Optional<Span> due,
    Optional<Span> decided,
    Optional<Deadline> deadline,
    Optional<DecidedBy> by) {
  /// Every course.
  public static final CaseCourse ANY = new CaseCourse(
      Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// Whether the first decision took effect by the deadline.
  public enum Deadline {
    MET,
    /// Decided late, or not yet.
    MISSED,
    /// Open or claimed, also once more after an earlier decision.
    OVERDUE
  }

  /// Who made the first decision.
  public enum DecidedBy {
    PEOPLE,
    POLICY
  }

  /// A part of the filter.
  public enum Part {
    OPENED,
    DUE,
    DECIDED,
    DEADLINE,
    BY
  }

  public CaseCourse {
    if (deadline.isPresent() && due.isEmpty()) {
      throw new IllegalArgumentException("a deadline was met or missed in some time");
    }
  }

  /// Reads the text form; empty text is [#ANY].
  ///
  /// @throws IllegalArgumentException if the text is not of that form
  public static CaseCourse parse(String text) {
    Map<Part, String> values = new EnumMap<>(Part.class);
    if (!text.isEmpty()) {
      Arrays.stream(text.split(",", -1)).forEach(each -> add(each, values));
    }
    try {
      return of(values);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("there is no such time", e);
    }
  }

  private static void add(String each, Map<Part, String> values) {
    String[] pair = each.split(":", 2);
    Part part = named(Part.values(), pair[0]);
    if (pair.length < 2 || values.put(part, pair[1]) != null) {
      throw new IllegalArgumentException("each part is there once, with a value");
    }
  }

  private static CaseCourse of(Map<Part, String> values) {
    return new CaseCourse(
        Optional.ofNullable(values.get(Part.OPENED)).map(Span::parse),
        Optional.ofNullable(values.get(Part.DUE)).map(Span::parse),
        Optional.ofNullable(values.get(Part.DECIDED)).map(Span::parse),
        Optional.ofNullable(values.get(Part.DEADLINE)).map(word -> named(Deadline.values(), word)),
        Optional.ofNullable(values.get(Part.BY)).map(word -> named(DecidedBy.values(), word)));
  }

  private static <E extends Enum<E>> E named(E[] all, String word) {
    return Arrays.stream(all)
        .filter(each -> EnumWords.of(each).equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no such word"));
  }

  /// Returns the same for cases that opened in some time.
  public CaseCourse withOpened(Span span) {
    return new CaseCourse(Optional.of(span), due, decided, deadline, by);
  }

  /// Returns the same for cases that were due in some time.
  public CaseCourse withDue(Span span) {
    return new CaseCourse(opened, Optional.of(span), decided, deadline, by);
  }

  /// Returns the text form.
  public String text() {
    return values().entrySet().stream()
        .map(each -> EnumWords.of(each.getKey()) + ":" + each.getValue())
        .collect(Collectors.joining(","));
  }

  private Map<Part, String> values() {
    Map<Part, String> values = new EnumMap<>(Part.class);
    opened.ifPresent(span -> values.put(Part.OPENED, span.text()));
    due.ifPresent(span -> values.put(Part.DUE, span.text()));
    decided.ifPresent(span -> values.put(Part.DECIDED, span.text()));
    deadline.ifPresent(each -> values.put(Part.DEADLINE, EnumWords.of(each)));
    by.ifPresent(each -> values.put(Part.BY, EnumWords.of(each)));
    return values;
  }

  /// Returns the same without a part, and without those that need it.
  public CaseCourse without(Part part) {
    Map<Part, String> values = values();
    Stream.of(part, part == Part.DUE ? Part.DEADLINE : part).forEach(values::remove);
    return of(values);
  }
}
