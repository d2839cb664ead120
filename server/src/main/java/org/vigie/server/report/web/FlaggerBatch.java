package org.vigie.server.report.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.server.access.Caller;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.Intake;
import org.vigie.server.report.IntakeOutcome;
import org.vigie.server.report.MalformedNoticeException;
import org.vigie.server.report.NewAttachment;
import org.vigie.server.report.NewNotice;
import org.vigie.server.report.Origin;
import org.vigie.server.scan.IdempotencyKey;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Sends the notices of a flagger, one by one: a defect in one keeps no other back.
public final class FlaggerBatch {
  static final int MOST = 100;
  private static final int LONGEST_KEY = 200;

  private final Intake intake;

  public FlaggerBatch(Intake intake) {
    this.intake = intake;
  }

  /// A notice that may be one, or what is wrong with it.
  interface Item {
    /// Returns what it says.
    ///
    /// @throws ProblemException if it is none
    NoticeJson notice();

    /// Returns the files that come with it.
    default List<NewAttachment> attachments() {
      return List.of();
    }
  }

  /// How each notice ended, in the order in which they were sent.
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "NoticeResults")
  record Answer(List<Result> results) {
    Answer {
      results = List.copyOf(results);
    }

    /// Returns how many were taken.
    long received() {
      return results.stream().filter(result -> result.noticeId() != null).count();
    }
  }

  /// How one notice ended: an identifier and a code, or a field and what is wrong with it.
  ///
  /// @param mistake what is wrong with it, for people, where it is a field
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "NoticeResult")
  record Result(
      int index,
      @Nullable UUID noticeId,
      @Nullable String code,
      @Nullable Boolean withinScope,
      @Nullable String field,
      @Nullable String detail,
      @JsonIgnore @Schema(hidden = true) Optional<MalformedNoticeException> mistake) {}

  Answer send(
      Caller caller, Flagger flagger, Optional<IdempotencyKey> key, List<? extends Item> items)
      throws IOException {
    checkSize(key, items.size());
    List<Result> results = new ArrayList<>();
    for (int index = 0; index < items.size(); index++) {
      results.add(send(caller, flagger, keyOf(key, index), index, items.get(index)));
    }
    return new Answer(results);
  }

  private static void checkSize(Optional<IdempotencyKey> key, int size) {
    if (size == 0 || size > MOST) {
      throw ProblemException.ofField("", "This has 1 to " + MOST + " notices.");
    }
    if (key.filter(said -> said.value().length() > LONGEST_KEY).isPresent()) {
      throw ProblemException.ofField(
          "Idempotency-Key", "For several notices this has at most 200 characters.");
    }
  }

  private static Optional<IdempotencyKey> keyOf(Optional<IdempotencyKey> key, int index) {
    return key.map(said -> new IdempotencyKey(said.value() + "#" + index));
  }

  private Result send(
      Caller caller, Flagger flagger, Optional<IdempotencyKey> key, int index, Item item)
      throws IOException {
    try {
      NoticeJson said = item.notice();
      Claim claim = said.claim();
      boolean within = flagger.covers(claim.category());
      Origin origin =
          new Origin.Flagger(flagger.organisation(), within, Optional.ofNullable(said.reference()));
      NewNotice notice = new NewNotice(caller, key, origin, claim, item.attachments());
      return result(index, within, intake.receive(notice));
    } catch (MalformedNoticeException mistake) {
      return new Result(
          index, null, null, null, mistake.field(), mistake.detail(), Optional.of(mistake));
    } catch (ProblemException problem) {
      Map<String, Object> fields = problem.fields();
      return refused(
          index,
          String.valueOf(fields.getOrDefault("field", "")),
          problem.problem().detail());
    }
  }

  private static Result result(int index, boolean within, IntakeOutcome outcome) {
    return switch (outcome) {
      case IntakeOutcome.Received(var receipt) ->
        new Result(
            index,
            receipt.notice().value(),
            receipt.code().value(),
            within,
            null,
            null,
            Optional.empty());
      case IntakeOutcome.Suspended(var until) ->
        refused(index, "", "Notices of this organisation are not processed until " + until + ".");
      case IntakeOutcome.KeyReused() ->
        refused(index, "Idempotency-Key", "This key was used for another notice.");
    };
  }

  private static Result refused(int index, String field, String detail) {
    return new Result(index, null, null, null, field, detail, Optional.empty());
  }
}
