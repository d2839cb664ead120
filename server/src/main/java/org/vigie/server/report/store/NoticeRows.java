package org.vigie.server.report.store;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.connector.IdempotencyKey;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.Sha256;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.frame.Columns;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.NoticeFinding;
import org.vigie.server.report.Circumstances;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Detail;
import org.vigie.server.report.Ground;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReportedContent;
import org.vigie.server.report.ReporterMark;
import org.vigie.server.report.answering.ReceiptCode;
import org.vigie.server.report.answering.ReceivedFile;
import org.vigie.server.report.attachments.SealedAttachment;
import org.vigie.server.report.checking.FileName;
import org.vigie.server.report.intake.StoredNotice;

/// Rows of the tables of notices.
final class NoticeRows {
  private NoticeRows() {}

  /// Returns the digest that finds the notice of a receipt.
  static byte[] digest(ReceiptCode code) {
    return Sha256.of("receipt " + code.value());
  }

  /// Returns the digest that finds notices of the same place.
  static byte[] digest(ReportedContent place) {
    StringBuilder text = new StringBuilder("place");
    for (Optional<String> part : parts(place)) {
      text.append(' ').append(part.map(String::length).orElse(-1)).append(' ');
      part.ifPresent(text::append);
    }
    return Digest.of(DigestType.SHA256, text.toString().getBytes(StandardCharsets.UTF_8))
        .bytes();
  }

  private static List<Optional<String>> parts(ReportedContent place) {
    Subject subject = place.subject();
    return List.of(
        subject.account().map(Reference::value),
        subject.room().map(Reference::value),
        subject.message().map(Reference::value),
        place.address());
  }

  static @Nullable String text(Optional<Reference> reference) {
    return reference.map(Reference::value).orElse(null);
  }

  static Map<String, @Nullable Object> parameters(
      StoredNotice stored, Optional<ReporterMark> mark) {
    Map<String, @Nullable Object> row = new HashMap<>();
    Notice notice = stored.notice();
    row.put("notice_id", notice.id().value());
    row.put("received_at", Columns.utc(notice.receivedAt()));
    row.put("caller", stored.caller().reference());
    row.put("idempotency_key", stored.key().map(IdempotencyKey::value).orElse(null));
    row.put("request_digest", stored.request().bytes());
    row.put("code_digest", digest(stored.code()));
    row.put("reporter_mark", mark.map(ReporterMark::value).orElse(null));
    row.put("duplicate_of", notice.duplicateOf().map(NoticeId::value).orElse(null));
    putOrigin(row, notice.origin());
    putClaim(row, notice.claim());
    return row;
  }

  private static void putOrigin(Map<String, @Nullable Object> row, Origin origin) {
    row.put("key_id", null);
    row.put("reporter", null);
    row.put("organisation_id", null);
    row.put("within_scope", null);
    row.put("reference", null);
    switch (origin) {
      case Origin.Form _ -> row.put("origin", "form");
      case Origin.Messenger messenger -> {
        row.put("origin", "messenger");
        row.put("key_id", messenger.key().value());
        row.put("reporter", messenger.reporter().orElse(null));
      }
      case Origin.Flagger flagger -> {
        row.put("origin", "flagger");
        row.put("organisation_id", flagger.organisation().value());
        row.put("within_scope", flagger.withinScope());
        row.put("reference", flagger.reference().orElse(null));
      }
    }
  }

  private static void putClaim(Map<String, @Nullable Object> row, Claim claim) {
    row.put("ground", claim.ground().word());
    row.put("category", claim.category().value());
    row.put("explanation", claim.explanation());
    row.put("messenger", claim.messenger().value());
    row.put("surface", claim.surface().word());
    row.put("good_faith", claim.goodFaith());
    row.put("language", claim.language().code());
  }

  static Origin origin(ResultSet row) throws SQLException {
    return switch (row.getString("origin")) {
      case "form" ->
        new Origin.Form(Columns.optionalText(row, "contact_email")
            .map(email -> new Origin.Contact(text(row, "contact_name"), email)));
      case "messenger" ->
        new Origin.Messenger(
            new KeyId(row.getString("key_id")), Columns.optionalText(row, "reporter"));
      case "flagger" ->
        new Origin.Flagger(
            new OrganisationId(Columns.uuid(row, "organisation_id")),
            row.getBoolean("within_scope"),
            Columns.optionalText(row, "reference"));
      default -> throw new IllegalStateException("a notice has an origin of no known kind");
    };
  }

  private static String text(ResultSet row, String column) {
    try {
      return Objects.requireNonNull(row.getString(column));
    } catch (SQLException e) {
      throw new IllegalStateException("a contact has no name", e);
    }
  }

  static Claim claim(ResultSet row) throws SQLException {
    MessengerId messenger = new MessengerId(row.getString("messenger"));
    Surface surface = EnumWords.stored(Surface.class, row.getString("surface"));
    return new Claim(
        EnumWords.stored(Ground.class, row.getString("ground")),
        new CategoryKey(row.getString("category")),
        row.getString("explanation"),
        places(row, messenger, surface),
        messenger,
        surface,
        row.getBoolean("good_faith"),
        language(row.getString("language")),
        details(row));
  }

  /// Reads the details of a notice, which are an array of arrays of name and text. An answer to a
  /// question that is no longer asked is left out.
  private static Map<Detail, String> details(ResultSet row) throws SQLException {
    Map<Detail, String> said = new EnumMap<>(Detail.class);
    Array details = row.getArray("details");
    if (details != null) {
      for (String[] detail : (String[][]) details.getArray()) {
        Detail.find(detail[0]).ifPresent(known -> said.put(known, detail[1]));
      }
    }
    return said;
  }

  private static Language language(String code) {
    return Language.ofCode(code).orElseThrow();
  }

  static Notice.Progress progress(ResultSet row) throws SQLException {
    return row.getObject("decided_at") == null
        ? new Notice.Progress.Open()
        : new Notice.Progress.Decided(Columns.instant(row, "decided_at"), outcome(row));
  }

  static Notice.Forgotten forgotten(ResultSet row) throws SQLException {
    return new Notice.Forgotten(
        Columns.optionalInstant(row, "reporter_forgotten_at"),
        Columns.optionalInstant(row, "forgotten_at"));
  }

  private static Notice.Outcome outcome(ResultSet row) throws SQLException {
    return new Notice.Outcome(
        row.getBoolean("founded"),
        row.getBoolean("automated"),
        row.getString("sentence"),
        Optional.ofNullable(row.getString("finding"))
            .map(word -> EnumWords.stored(NoticeFinding.class, word)),
        row.getBoolean("manifestly_unfounded"));
  }

  static Map<String, @Nullable Object> circumstances(SealedAttachment attachment) {
    Map<String, @Nullable Object> row = new HashMap<>();
    Circumstances said = attachment.circumstances().orElse(Circumstances.UNKNOWN);
    row.put("verified", said.verified());
    row.put("staff", said.staff());
    row.put("members", said.members().isPresent() ? said.members().getAsLong() : null);
    row.put("language", said.language().map(Language::code).orElse(null));
    return row;
  }

  static Map<String, @Nullable Object> file(ReceivedFile file) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("name", file.name().map(FileName::value).orElse(null));
    row.put("size", Columns.nullable(file.bytes()));
    return row;
  }

  static ReceivedFile file(ResultSet row) throws SQLException {
    return new ReceivedFile(
        Columns.optionalText(row, "name").map(FileName::new), Columns.optionalLong(row, "size"));
  }

  static Circumstances circumstances(ResultSet row) throws SQLException {
    return new Circumstances(
        row.getBoolean("verified"),
        row.getBoolean("staff"),
        Columns.optionalLong(row, "members"),
        Columns.optionalText(row, "account_language").map(NoticeRows::language));
  }

  /// Reads the places of a notice, which are an array of arrays of account, room, message and
  /// address.
  private static List<ReportedContent> places(ResultSet row, MessengerId messenger, Surface surface)
      throws SQLException {
    Array places = row.getArray("places");
    return places == null
        ? List.of()
        : Arrays.stream((String[][]) places.getArray())
            .map(parts -> place(messenger, surface, parts))
            .toList();
  }

  private static ReportedContent place(
      MessengerId messenger, Surface surface, @Nullable String[] parts) {
    Subject subject = new Subject(
        messenger, surface, reference(parts[1]), reference(parts[0]), reference(parts[2]));
    return new ReportedContent(subject, Optional.ofNullable(parts[3]));
  }

  private static Optional<Reference> reference(@Nullable String text) {
    return Optional.ofNullable(text).map(Reference::new);
  }

  /// Reads the evidence of a notice, in the order in which it was attached.
  static List<EvidenceId> evidence(ResultSet row) throws SQLException {
    return Arrays.stream((UUID[]) row.getArray("evidence").getArray())
        .map(EvidenceId::new)
        .toList();
  }
}
