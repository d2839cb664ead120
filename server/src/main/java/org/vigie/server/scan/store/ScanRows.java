package org.vigie.server.scan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.ExactSignal;
import org.vigie.fingerprint.HammingSignal;
import org.vigie.fingerprint.MetricSignal;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.media.MediaFormat;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.frame.Columns;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.scan.Comparison;
import org.vigie.server.scan.MediaSignal;
import org.vigie.server.scan.MediaSignals;
import org.vigie.server.scan.PictureReading;
import org.vigie.server.scan.PictureReading.NoPicture;
import org.vigie.server.scan.PictureReading.Picture;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanId;
import org.vigie.server.scan.ScanOutcome;

/// Rows of the table `scan.scan`, read with the signals of each scan.
final class ScanRows {
  private final SignalRows signals;

  ScanRows(SignalTypes types) {
    this.signals = new SignalRows(types);
  }

  static Map<String, @Nullable Object> parameters(Scan scan) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("scan_id", scan.id().value());
    row.put("caller", scan.caller());
    row.put("size", scan.size());
    row.put("scanned_at", Columns.utc(scan.id().at()));
    putSubject(row, scan.subject());
    putPicture(row, scan.signals());
    putComparison(row, scan.comparison());
    return row;
  }

  private static void putSubject(Map<String, @Nullable Object> row, Subject subject) {
    row.put("messenger", subject.messenger().value());
    row.put("surface", subject.surface().word());
    row.put("room", text(subject.room()));
    row.put("account", text(subject.account()));
    row.put("message", text(subject.message()));
  }

  private static @Nullable String text(Optional<Reference> reference) {
    return reference.map(Reference::value).orElse(null);
  }

  private static void putPicture(Map<String, @Nullable Object> row, MediaSignals signals) {
    Optional<Picture> picture =
        signals.picture() instanceof Picture read ? Optional.of(read) : Optional.empty();
    row.put("format", picture.map(read -> read.format().name()).orElse(null));
    row.put("width", picture.map(Picture::width).orElse(null));
    row.put("height", picture.map(Picture::height).orElse(null));
  }

  private static void putComparison(Map<String, @Nullable Object> row, Comparison comparison) {
    row.put("outcome", comparison.outcome().word());
    row.put("cause", comparison.gap().map(ScanOutcome.Cause::name).orElse(null));
    row.put("bank_revision", comparison.banks().number());
    row.put("policy_revision", comparison.policy().number());
  }

  /// Returns the digest of the request that a scan answers.
  static Digest request(ResultSet row) throws SQLException {
    return DigestType.SHA256.ofBytes(row.getBytes("request_digest"));
  }

  /// Returns a scan, but for its matches.
  Scan scan(ResultSet row) throws SQLException {
    return new Scan(
        new ScanId(Columns.uuid(row, "scan_id")),
        row.getString("caller"),
        subject(row),
        row.getLong("size"),
        mediaSignals(row),
        comparison(row),
        Columns.optionalUuid(row, "media").map(EvidenceId::new));
  }

  /// Returns the signals to compare when a scan is compared again.
  StoredSignals sought(ResultSet row) throws SQLException {
    return new StoredSignals(
        new ScanId(Columns.uuid(row, "scan_id")),
        signals.read(row).stream().flatMap(signal -> signal.sought().stream()).toList());
  }

  static Subject subject(ResultSet row) throws SQLException {
    return new Subject(
        new MessengerId(row.getString("messenger")),
        EnumWords.stored(Surface.class, row.getString("surface")),
        reference(row, "room"),
        reference(row, "account"),
        reference(row, "message"));
  }

  private static Optional<Reference> reference(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(Reference::new);
  }

  private MediaSignals mediaSignals(ResultSet row) throws SQLException {
    List<Digest> digests = new ArrayList<>();
    List<MediaSignal> others = new ArrayList<>();
    for (MediaSignal signal : signals.read(row)) {
      switch (signal.original()) {
        case Digest digest -> digests.add(digest);
        case ExactSignal _, HammingSignal _, MetricSignal _ -> others.add(signal);
      }
    }
    return new MediaSignals(digests, picture(row, others));
  }

  private static PictureReading picture(ResultSet row, List<MediaSignal> signals)
      throws SQLException {
    String format = row.getString("format");
    if (format == null) {
      return new NoPicture(ScanOutcome.Cause.valueOf(row.getString("cause")));
    }
    return new Picture(
        MediaFormat.valueOf(format), row.getInt("width"), row.getInt("height"), signals);
  }

  private static Comparison comparison(ResultSet row) throws SQLException {
    return new Comparison(
        new BankRevision(row.getLong("bank_revision")),
        new PolicyRevision(row.getInt("policy_revision")),
        Optional.ofNullable(row.getString("cause")).map(ScanOutcome.Cause::valueOf),
        List.of(),
        List.of());
  }
}
