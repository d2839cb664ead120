package org.vigie.server.report.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.connector.IdempotencyKey;
import org.vigie.server.access.Caller;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.Origin;
import org.vigie.server.report.answering.Receipt;
import org.vigie.server.report.attachments.FileShare;
import org.vigie.server.report.checking.MalformedNoticeException;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.intake.Intake;
import org.vigie.server.report.intake.IntakeOutcome;
import org.vigie.server.report.intake.ReportProblems;
import org.vigie.server.scan.ScanProblems;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Sends the notices of a flagger, one by one: a defect in one keeps no other back.
public final class FlaggerBatch {
  static final int MOST = 100;
  private static final int LONGEST_KEY = 200;

  private final Intake intake;
  private final Messengers messengers;

  public FlaggerBatch(Intake intake, Messengers messengers) {
    this.intake = intake;
    this.messengers = messengers;
  }

  /// A notice, or its defect.
  interface Item {
    /// Returns its content.
    ///
    /// @throws ProblemException if it is malformed
    NoticeJson notice();

    /// Returns the files that come with it.
    default List<NewAttachment> attachments() {
      return List.of();
    }

    /// Returns the share that counts its files; empty if it cannot have files.
    default Optional<FileShare> share() {
      return Optional.empty();
    }

    /// Returns its line in a table, from 1.
    default OptionalLong line() {
      return OptionalLong.empty();
    }

    /// Returns its own idempotency key, besides that of the batch.
    ///
    /// @throws ProblemException if it needs one and has none
    default Optional<IdempotencyKey> ownKey() {
      return Optional.empty();
    }

    /// Returns the parts that are not taken of an accepted notice.
    default Optional<DroppedEvidence> dropped() {
      return Optional.empty();
    }
  }

  /// How each notice ended, in the order in which they were sent.
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "NoticeResults")
  record Answer(List<Result> results) {
    Answer {
      results = List.copyOf(results);
    }

    /// Returns the number of accepted notices.
    long received() {
      return results.stream().filter(result -> result.noticeId() != null).count();
    }
  }

  /// The result of one notice: an identifier and a code, or a problem, a field and its defect.
  ///
  /// @param line of a table, from 1
  /// @param evidenceDropped the evidence that was not taken
  /// @param problem the stable type of the defect: `/problems/invalid-field`
  /// @param mistake the defect, for people, if it is of a field
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "NoticeResult")
  record Result(
      int index,
      @Nullable Long line,
      @Nullable UUID noticeId,
      @Nullable String code,
      @Nullable Boolean withinScope,
      @Nullable DroppedEvidence evidenceDropped,
      @Nullable String problem,
      @Nullable String field,
      @Nullable String detail,
      @JsonIgnore @Schema(hidden = true) Optional<MalformedNoticeException> mistake) {}

  /// A sent notice, and its place in the batch.
  private record Sent(int index, Item item) {
    @Nullable Long line() {
      return item.line().isPresent() ? item.line().getAsLong() : null;
    }

    Result refused(ProblemType type, String field, String detail) {
      return refused(type, field, detail, Optional.empty());
    }

    Result refused(
        ProblemType type, String field, String detail, Optional<MalformedNoticeException> mistake) {
      return new Result(
          index, line(), null, null, null, null, type.uri().toString(), field, detail, mistake);
    }

    Result taken(Receipt receipt, boolean within) {
      return new Result(
          index,
          line(),
          receipt.notice().value(),
          receipt.code().value(),
          within,
          item.dropped().orElse(null),
          null,
          null,
          null,
          Optional.empty());
    }
  }

  /// How a batch is sent.
  ///
  /// @param messenger of notices that name none, as reports in XARF cannot; null if none is said
  record Manner(Optional<IdempotencyKey> key, @Nullable String messenger) {
    static Manner inMessenger(@Nullable String messenger) {
      return new Manner(Optional.empty(), messenger);
    }
  }

  Answer send(Caller caller, Flagger flagger, Manner manner, List<? extends Item> items)
      throws IOException {
    checkSize(manner.key(), items.size());
    List<Result> results = new ArrayList<>();
    for (int index = 0; index < items.size(); index++) {
      results.add(send(caller, flagger, manner, new Sent(index, items.get(index))));
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

  private Result send(Caller caller, Flagger flagger, Manner manner, Sent sent) throws IOException {
    try {
      Item item = sent.item();
      Optional<IdempotencyKey> own = item.ownKey().or(() -> keyOf(manner.key(), sent.index()));
      NoticeJson said = item.notice();
      Claim claim = said.claim(messengers, manner.messenger());
      boolean within = flagger.covers(claim.category());
      Origin origin =
          new Origin.Flagger(flagger.organisation(), within, Optional.ofNullable(said.reference()));
      NewNotice notice = new NewNotice(caller, own, origin, claim, item.attachments());
      return result(sent, within, receive(notice, item.share()));
    } catch (MalformedNoticeException mistake) {
      return sent.refused(
          ProblemType.INVALID_FIELD, mistake.field(), mistake.detail(), Optional.of(mistake));
    } catch (ProblemException problem) {
      return sent.refused(
          problem.type(),
          String.valueOf(problem.fields().getOrDefault("field", "")),
          problem.problem().detail());
    }
  }

  private IntakeOutcome receive(NewNotice notice, Optional<FileShare> share) throws IOException {
    return share.isPresent() ? intake.receive(notice, share.get()) : intake.receive(notice);
  }

  private static Result result(Sent sent, boolean within, IntakeOutcome outcome) {
    return switch (outcome) {
      case IntakeOutcome.Received(var receipt) -> sent.taken(receipt, within);
      case IntakeOutcome.Suspended(var until, var _) ->
        sent.refused(
            ReportProblems.REPORTER_SUSPENDED,
            "",
            "Notices of this organisation are not processed until " + until + ".");
      case IntakeOutcome.KeyReused() -> reused(sent);
    };
  }

  /// A report with its own key has no header for the sender to check.
  private static Result reused(Sent sent) {
    return sent.item().ownKey().isPresent()
        ? sent.refused(
            ScanProblems.KEY_REUSED,
            "report_id",
            "This report_id came before with another report; a new report needs a new one.")
        : sent.refused(
            ScanProblems.KEY_REUSED, "Idempotency-Key", "This key was used for another notice.");
  }
}
