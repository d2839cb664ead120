package org.vigie.server.report.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Origin;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// The state of a notice, as programs read it: `docs/api/notices.md`.
///
/// @param reference its flagger's own name for it, if there is one
/// @param reported the places as they were given; empty once they were deleted
/// @param state `open` or `decided`
/// @param contentDeletedAt the time since which only this is kept of it
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Notice")
record NoticeAnswer(
    UUID noticeId,
    @Nullable String reference,
    Instant receivedAt,
    String ground,
    String category,
    String messenger,
    String surface,
    List<NoticeJson.PlaceJson> reported,
    @Nullable UUID duplicateOf,
    String state,
    @Nullable OutcomeAnswer outcome,
    @Nullable Instant contentDeletedAt) {
  NoticeAnswer {
    reported = List.copyOf(reported);
  }

  /// The outcome.
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "NoticeOutcome")
  record OutcomeAnswer(
      Instant at,
      boolean founded,
      boolean automated,
      String sentence,
      boolean manifestlyUnfounded) {}

  static NoticeAnswer of(Notice notice) {
    return new NoticeAnswer(
        notice.id().value(),
        notice.origin() instanceof Origin.Flagger flagger ? flagger.reference().orElse(null) : null,
        notice.receivedAt(),
        notice.claim().ground().word(),
        notice.claim().category().value(),
        notice.claim().messenger().value(),
        notice.claim().surface().word(),
        notice.claim().reported().stream().map(NoticeJson.PlaceJson::of).toList(),
        notice.duplicateOf().map(NoticeId::value).orElse(null),
        notice.progress() instanceof Notice.Progress.Open ? "open" : "decided",
        outcome(notice.progress()),
        notice.forgotten().content().orElse(null));
  }

  private static @Nullable OutcomeAnswer outcome(Notice.Progress progress) {
    return switch (progress) {
      case Notice.Progress.Open _ -> null;
      case Notice.Progress.Decided(Instant at, Notice.Outcome outcome) ->
        new OutcomeAnswer(
            at,
            outcome.founded(),
            outcome.automated(),
            outcome.sentence(),
            outcome.manifestlyUnfounded());
    };
  }
}
