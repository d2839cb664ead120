package org.vigie.server.scan.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.fingerprint.Digest;
import org.vigie.server.scan.IdempotencyKey;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanId;

/// Scans and their matches.
public final class ScanStore {
  private final JdbcClient jdbc;
  private final MatchStore matches;

  public ScanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.matches = new MatchStore(jdbc);
  }

  /// A scan that was asked for under an idempotency key.
  ///
  /// @param request what was submitted
  public record Keyed(Digest request, Scan scan) {}

  /// Stores a scan and its matches.
  ///
  /// @return whether it was stored; it is not if the caller has a scan under this key already
  public boolean insert(Scan scan, Optional<IdempotencyKey> key, Digest request) {
    int rows = jdbc.sql("""
            /* scan.insert */
            insert into scan.scan (scan_id, caller, idempotency_key, request_digest, surface,
                room, account, message, size, format, width, height, quality, pdq, md5, sha1,
                sha256, outcome, cause, bank_revision, policy_revision, scanned_at)
            values (:scan_id, :caller, :idempotency_key, :request_digest, :surface,
                :room, :account, :message, :size, :format, :width, :height, :quality, :pdq, :md5,
                :sha1, :sha256, :outcome, :cause, :bank_revision, :policy_revision, :scanned_at)
            on conflict (caller, idempotency_key) where idempotency_key is not null do nothing
            """)
        .params(ScanRows.parameters(scan))
        .param("idempotency_key", key.map(IdempotencyKey::value).orElse(null))
        .param("request_digest", request.bytes())
        .update();
    if (rows == 1) {
      matches.insert(scan.id(), scan.comparison());
    }
    return rows == 1;
  }

  /// Finds the scan that a caller asked for under a key.
  public Optional<Keyed> findByKey(String caller, IdempotencyKey key) {
    return jdbc.sql("""
            /* scan.find_by_key */
            select * from scan.scan where caller = :caller and idempotency_key = :key
            """)
        .param("caller", caller)
        .param("key", key.value())
        .query((row, _) -> new Keyed(ScanRows.request(row), ScanRows.scan(row)))
        .optional()
        .map(keyed -> new Keyed(keyed.request(), matches.complete(keyed.scan())));
  }

  /// Finds a scan.
  public Optional<Scan> find(ScanId id) {
    return jdbc.sql("/* scan.find */ select * from scan.scan where scan_id = :scan")
        .param("scan", id.value())
        .query((row, _) -> ScanRows.scan(row))
        .optional()
        .map(matches::complete);
  }
}
