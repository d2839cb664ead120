package org.vigie.server.report.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.MalformedSnapshotException;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.Language;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Surface;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Ground;
import org.vigie.server.report.ReportedMessage;
import org.vigie.server.report.checking.NewAttachment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A notice as programs send it: `docs/api/notices.md`.
///
/// @param reporter of messengers only, as `snapshot`
/// @param reference of flaggers only
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "NewNotice", example = NoticeJson.EXAMPLE)
record NoticeJson(
    @Nullable String ground,
    @Nullable String category,
    @Nullable String explanation,
    @Nullable String surface,
    @Nullable Boolean goodFaith,
    @Nullable String language,
    @Nullable List<PlaceJson> reported,
    @Nullable String reporter,
    @Nullable JsonNode snapshot,
    @Nullable String reference) {
  static final String EXAMPLE = """
      {"ground": "illegal", "category": "phishing", "surface": "public", "good_faith": true,
       "explanation": "It asks for the PIN of a bank.",
       "reported": [{"address": "https://chat.example.org/c/17"}]}""";

  /// The place of reported content.
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "NoticePlace")
  record PlaceJson(
      @Nullable String account,
      @Nullable String room,
      @Nullable String message,
      @Nullable String address) {}

  /// Makes a legal notice of one place, as a flagger sends it.
  static NoticeJson ofFlagger(
      @Nullable String category,
      @Nullable String explanation,
      @Nullable String surface,
      boolean goodFaith,
      Sent sent) {
    return new NoticeJson(
        "illegal",
        category,
        explanation,
        surface,
        goodFaith,
        sent.language(),
        List.of(sent.place()),
        null,
        null,
        sent.reference());
  }

  /// How and about what a flagger sends a notice.
  record Sent(
      @Nullable String language, PlaceJson place, @Nullable String reference) {}

  /// @throws ProblemException naming the field that is not as it has to be
  Claim claim() {
    return new Claim(
        EnumWords.read(Ground.class, "ground", ground),
        categoryKey(),
        explanation == null ? "" : explanation,
        places(),
        EnumWords.read(Surface.class, "surface", surface),
        Boolean.TRUE.equals(goodFaith),
        language == null ? Language.EN : languageOf(language));
  }

  private static Language languageOf(String code) {
    return Language.ofCode(code)
        .orElseThrow(() -> ProblemException.ofField("language", "This is one of: en, fr."));
  }

  private CategoryKey categoryKey() {
    if (category == null || !CategoryKey.isWellFormed(category)) {
      throw ProblemException.ofField(
          "category", "This is the key of a category of the policy; see GET /api/v1/policy.");
    }
    return new CategoryKey(category);
  }

  private List<ReportedMessage> places() {
    List<PlaceJson> sent = reported == null ? List.of() : reported;
    List<ReportedMessage> read = new ArrayList<>();
    for (int number = 0; number < sent.size(); number++) {
      read.add(place("reported[" + number + "]", sent.get(number)));
    }
    return read;
  }

  private static ReportedMessage place(String field, @Nullable PlaceJson sent) {
    if (sent == null
        || sent.account() == null
            && sent.room() == null
            && sent.message() == null
            && sent.address() == null) {
      throw ProblemException.ofField(
          field, "This has at least one of account, room, message and address.");
    }
    return new ReportedMessage(
        Optional.ofNullable(sent.account()),
        Optional.ofNullable(sent.room()),
        Optional.ofNullable(sent.message()),
        Optional.ofNullable(sent.address()));
  }

  /// Returns the snapshot, as the document that is sealed.
  List<NewAttachment> attachments() {
    if (snapshot == null) {
      return List.of();
    }
    byte[] document = snapshot.toString().getBytes(StandardCharsets.UTF_8);
    check(document);
    return List.of(new NewAttachment(
        EvidenceKind.SNAPSHOT, Snapshot.MEDIA_TYPE, () -> new ByteArrayInputStream(document)));
  }

  private static void check(byte[] document) {
    try {
      Snapshot.read(document);
    } catch (MalformedSnapshotException e) {
      throw ProblemException.ofField(
          e.field().isEmpty() ? "snapshot" : "snapshot." + e.field(), sentence(e.defect()));
    }
  }

  private static String sentence(MalformedSnapshotException.Defect defect) {
    return switch (defect) {
      case NO_JSON_OBJECT -> "This has to be an object.";
      case OTHER_VERSION -> "This is 1.";
      case MISSING -> "This field is missing.";
      case UNKNOWN_MEMBER -> "A snapshot has no such member.";
      case WRONG_TYPE -> "This has another type in snapshots.";
      case WRONG_VALUE -> "This value cannot be.";
      case TOO_LONG -> "This is too long.";
    };
  }
}
