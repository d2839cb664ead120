package org.vigie.server.report.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Surface;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.MalformedSnapshotException;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.Language;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Detail;
import org.vigie.server.report.Ground;
import org.vigie.server.report.ReportedContent;
import org.vigie.server.report.checking.MalformedNoticeException;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.report.checking.SentPlace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A notice as programs send it: `docs/api/notices.md`.
///
/// @param messenger that has the content; the only one need not be named
/// @param reporter of messengers only, as `snapshot`
/// @param reference of flaggers only
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "NewNotice", example = NoticeJson.EXAMPLE)
record NoticeJson(
    @Nullable String ground,
    @Nullable String category,
    @Nullable String explanation,
    @Nullable String messenger,
    @Nullable String surface,
    @Nullable Boolean goodFaith,
    @Nullable String language,
    @Nullable List<PlaceJson> reported,
    @Nullable String reporter,
    @Nullable JsonNode snapshot,
    @Nullable String reference,
    @Nullable Map<String, String> details) {
  static final String EXAMPLE = """
      {"ground": "illegal", "category": "phishing", "surface": "public", "good_faith": true,
       "explanation": "It asks for the PIN of a bank.",
       "reported": [{"address": "https://chat.example.org/c/17"}]}""";

  private static final SentPlace NOWHERE =
      new SentPlace(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// The place of reported content.
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "NoticePlace")
  record PlaceJson(
      @Nullable String account,
      @Nullable String room,
      @Nullable String message,
      @Nullable String address) {
    static PlaceJson of(ReportedContent content) {
      return new PlaceJson(
          text(content.subject().account()),
          text(content.subject().room()),
          text(content.subject().message()),
          content.address().orElse(null));
    }

    private static @Nullable String text(Optional<Reference> reference) {
      return reference.map(Reference::value).orElse(null);
    }

    private SentPlace place() {
      return new SentPlace(
          Optional.ofNullable(account),
          Optional.ofNullable(room),
          Optional.ofNullable(message),
          Optional.ofNullable(address));
    }
  }

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
        sent.messenger(),
        surface,
        goodFaith,
        sent.language(),
        List.of(sent.place()),
        null,
        null,
        sent.reference(),
        null);
  }

  /// The flagger's fields of a notice.
  record Sent(
      @Nullable String messenger,
      @Nullable String language,
      PlaceJson place,
      @Nullable String reference) {}

  /// Reads the claim.
  ///
  /// @throws ProblemException naming the field that is not as it has to be
  /// @throws MalformedNoticeException naming a reference that is none
  Claim claim(Messengers messengers) {
    return claim(messengers, null);
  }

  /// Reads the claim.
  ///
  /// @param other the messenger of notices that name none
  Claim claim(Messengers messengers, @Nullable String other) {
    boolean said = messenger != null && !messenger.isEmpty();
    MessengerId named = messengers.named("messenger", said ? messenger : other);
    Surface where = EnumWords.read(Surface.class, "surface", surface);
    return new Claim(
        EnumWords.read(Ground.class, "ground", ground),
        categoryKey(),
        explanation == null ? "" : explanation,
        places(named, where),
        named,
        where,
        Boolean.TRUE.equals(goodFaith),
        language == null ? Language.EN : languageOf(language),
        answers());
  }

  private static Language languageOf(String code) {
    return Language.ofCode(code)
        .orElseThrow(() -> ProblemException.ofField("language", "This is one of: en, fr."));
  }

  private Map<Detail, String> answers() {
    Map<Detail, String> read = new EnumMap<>(Detail.class);
    (details == null ? Map.<String, String>of() : details)
        .forEach((word, text) -> read.put(detail(word), text == null ? "" : text));
    return read;
  }

  private static Detail detail(String word) {
    return Detail.find(word)
        .orElseThrow(
            () -> ProblemException.ofField("details." + word, "There is no such question."));
  }

  private CategoryKey categoryKey() {
    if (category == null || !CategoryKey.isWellFormed(category)) {
      throw ProblemException.ofField(
          "category", "This is the key of a category of the policy; see GET /api/v1/policy.");
    }
    return new CategoryKey(category);
  }

  private List<ReportedContent> places(MessengerId named, Surface where) {
    List<PlaceJson> sent = reported == null ? List.of() : reported;
    List<ReportedContent> read = new ArrayList<>();
    for (int number = 0; number < sent.size(); number++) {
      String field = "reported[" + number + "]";
      read.add(place(field, sent.get(number)).in(field, named, where));
    }
    return read;
  }

  private static SentPlace place(String field, @Nullable PlaceJson sent) {
    SentPlace place = sent == null ? NOWHERE : sent.place();
    if (place.isEmpty()) {
      throw ProblemException.ofField(
          field, "This has at least one of account, room, message and address.");
    }
    return place;
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
