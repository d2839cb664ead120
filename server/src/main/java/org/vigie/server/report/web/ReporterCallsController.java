package org.vigie.server.report.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.connector.MessengerId;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.report.reporters.Misuse;
import org.vigie.server.report.reporters.ReporterMeasure;
import org.vigie.server.report.reporters.ReporterMeasures;

/// Answers messengers with the warnings and suspensions of their reporters. A key sees only
/// reporters whom it has named in notices of its own.
@RestController
@RequestMapping("/api/v1/reporters")
class ReporterCallsController {
  private static final String WARNED = "warned";
  private static final String SUSPENDED = "suspended";

  private final ReporterMeasures measures;
  private final Messengers messengers;

  ReporterCallsController(ReporterMeasures measures, Messengers messengers) {
    this.measures = measures;
    this.messengers = messengers;
  }

  /// The standing of a reporter.
  ///
  /// @param state `good`, `warned` or `suspended`
  /// @param until of a suspension
  @Schema(name = "ReporterStanding")
  record StandingAnswer(
      String messenger,
      String reporter,
      String state,
      @Nullable Instant until,
      @Nullable String reason) {}

  /// A warning or a suspension.
  ///
  /// @param measure `warned` or `suspended`
  /// @param unfounded the manifestly unfounded notices of twelve months
  /// @param notices all notices of that time
  @Schema(name = "ReporterMeasure")
  record MeasureAnswer(
      UUID entry,
      String messenger,
      String reporter,
      String measure,
      Instant at,
      @Nullable Instant until,
      String reason,
      int unfounded,
      int notices) {
    static MeasureAnswer of(ReporterMeasure told) {
      Misuse misuse = told.misuse();
      Optional<Instant> until =
          switch (misuse.measure()) {
            case Misuse.Measure.Warning() -> Optional.empty();
            case Misuse.Measure.Suspension(Instant end) -> Optional.of(end);
          };
      return new MeasureAnswer(
          told.entry(),
          told.messenger().value(),
          told.reporter(),
          until.isPresent() ? SUSPENDED : WARNED,
          misuse.at(),
          until.orElse(null),
          misuse.reason(),
          misuse.number(),
          misuse.total());
    }
  }

  /// Measures in order, and the cursor for reading on.
  ///
  /// @param cursor for `since` of the next call
  @Schema(name = "ReporterMeasures")
  record MeasuresAnswer(
      List<MeasureAnswer> measures, @Nullable String cursor) {}

  /// Returns the measures after a cursor.
  ///
  /// @param since the cursor of the last answer
  @GetMapping
  @Requires(Permission.NOTICES_SEND)
  @Look(Look.Kind.OWN)
  ResponseEntity<MeasuresAnswer> after(Caller.Key caller, @RequestParam Optional<String> since) {
    List<MeasureAnswer> all = measures
        .after(caller, since.map(ReporterCallsController::entry))
        .orElseThrow(ReporterCallsController::unknownCursor)
        .stream()
        .map(MeasureAnswer::of)
        .toList();
    String cursor = all.isEmpty() ? since.orElse(null) : all.getLast().entry().toString();
    return unkept(new MeasuresAnswer(all, cursor));
  }

  private static UUID entry(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException _) {
      throw unknownCursor();
    }
  }

  private static ProblemException unknownCursor() {
    return ProblemException.ofField(
        "since", "This cursor is not known, or not any more: begin again without it.");
  }

  /// @param messenger that the reporter is in
  /// @param reporter as the messenger names them in notices
  @GetMapping("/standing")
  @Requires(Permission.NOTICES_SEND)
  @Look(Look.Kind.OWN)
  ResponseEntity<StandingAnswer> standing(
      Caller.Key caller, @RequestParam Optional<String> messenger, @RequestParam String reporter) {
    MessengerId named = messengers.named("messenger", messenger.orElse(null));
    return unkept(answer(named.value(), reporter, measures.of(caller, named, reporter)));
  }

  private static StandingAnswer answer(
      String messenger, String reporter, ReporterMeasures.Standing standing) {
    return switch (standing) {
      case ReporterMeasures.Standing.Good() ->
        new StandingAnswer(messenger, reporter, "good", null, null);
      case ReporterMeasures.Standing.Warned(Misuse last) ->
        new StandingAnswer(messenger, reporter, WARNED, null, last.reason());
      case ReporterMeasures.Standing.Suspended(var suspension) ->
        new StandingAnswer(messenger, reporter, SUSPENDED, suspension.until(), suspension.reason());
    };
  }

  private static <T> ResponseEntity<T> unkept(T answer) {
    return ResponseEntity.ok().header("Cache-Control", "no-store").body(answer);
  }
}
