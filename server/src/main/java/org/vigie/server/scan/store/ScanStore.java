package org.vigie.server.scan.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.connector.IdempotencyKey;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.frame.Columns;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanId;

/// Scans and their matches.
public final class ScanStore {
  private final JdbcClient jdbc;
  private final ScanRows rows;
  private final MatchStore matches;

  public ScanStore(JdbcClient jdbc, SignalTypes types) {
    this.jdbc = jdbc;
    this.rows = new ScanRows(types);
    this.matches = new MatchStore(jdbc, types);
  }

  /// A scan that was asked for under an idempotency key.
  ///
  /// @param request digest of everything that was submitted
  public record Keyed(Digest request, Scan scan) {}

  /// Stores a scan and its matches.
  ///
  /// @return whether it was stored; it is not if the caller has a scan under this key already
  public boolean insert(Scan scan, Optional<IdempotencyKey> key, Digest request) {
    int stored = jdbc.sql("""
            /* scan.insert */
            insert into scan.scan (scan_id, caller, idempotency_key, request_digest, messenger,
                surface, room, account, message, size, format, width, height, outcome, cause,
                bank_revision, policy_revision, scanned_at)
            values (:scan_id, :caller, :idempotency_key, :request_digest, :messenger, :surface,
                :room, :account, :message, :size, :format, :width, :height, :outcome, :cause,
                :bank_revision, :policy_revision, :scanned_at)
            on conflict (caller, idempotency_key) where idempotency_key is not null do nothing
            """)
        .params(ScanRows.parameters(scan))
        .param("idempotency_key", key.map(IdempotencyKey::value).orElse(null))
        .param("request_digest", request.bytes())
        .update();
    if (stored == 1) {
      insertFindings(scan);
    }
    return stored == 1;
  }

  private void insertFindings(Scan scan) {
    insertSignals(scan);
    matches.insert(scan.id(), scan.comparison());
    markDue(scan);
  }

  /// Stores the signals that the scan does not have yet: of a picture that was read late, those of
  /// the picture.
  private void insertSignals(Scan scan) {
    jdbc.sql("""
            /* scan.insert_signals */
            insert into scan.signal (scan_id, slot, signal_type, frame_micros, quality,
                orientations, value)
            select :scan, signals.*
              from unnest(:slots::integer[], :types::text[], :frames::bigint[],
                          :qualities::smallint[], :orientations::smallint[],
                          :values::bytea[]) signals
            on conflict (scan_id, slot) do nothing
            """)
        .param("scan", scan.id().value())
        .params(SignalRows.parameters(scan.signals().all()))
        .update();
  }

  /// Stores the result of a picture that was read after its deadline; returns whether there is such
  /// a scan.
  public boolean complete(Scan scan) {
    int completed = jdbc.sql("""
            /* scan.complete */
            update scan.scan
               set format = :format, width = :width, height = :height, outcome = :outcome,
                   cause = :cause, bank_revision = :bank_revision,
                   policy_revision = :policy_revision
             where scan_id = :scan_id and cause = 'DEADLINE_PASSED'
            """).params(ScanRows.parameters(scan)).update();
    if (completed == 1) {
      insertFindings(scan);
    }
    return completed == 1;
  }

  /// Records the sealed media of a scan.
  public void setMedia(ScanId scan, EvidenceId media) {
    jdbc.sql("/* scan.set_media */ update scan.scan set media = :media where scan_id = :scan")
        .param("scan", scan.value())
        .param("media", media.value())
        .update();
  }

  /// A scan that does not know the revision of a pass that has begun is compared again
  /// separately. This has to be a statement after the insertion: a pass that it does not see yet
  /// then waits for the transaction.
  private void markDue(Scan scan) {
    jdbc.sql("""
            /* scan.mark_due */
            update scan.scan set retro_due = true
             where scan_id = :scan and (select target_revision from scan.retro) > :banks
            """)
        .param("scan", scan.id().value())
        .param("banks", scan.comparison().banks().number())
        .update();
  }

  /// Deletes the oldest scans that began before a moment; returns their number.
  public int deleteBefore(Instant moment, int limit) {
    return jdbc.sql("""
            /* scan.delete_expired */
            delete from scan.scan where scan_id in
              (select scan_id from scan.scan where scanned_at < :moment
                order by scanned_at limit :limit for update skip locked)
            """)
        .param("moment", Columns.utc(moment))
        .param("limit", limit)
        .update();
  }

  /// Returns scans, youngest first.
  public List<Scan> list(ScanQuery query, int limit) {
    return jdbc
        .sql("""
            /* scan.list */
            select * from %s
             where (cast(:outcome as text) is null or outcome = :outcome)
               and (cast(:surface as text) is null or surface = :surface)
               and (cast(:after as timestamptz) is null or scanned_at >= :after)
               and (cast(:before as uuid) is null or scan_id < :before)
             order by scan_id desc limit :limit
            """.formatted(SignalRows.SCANS))
        .param("outcome", query.outcome().orElse(null))
        .param("surface", query.surface().map(Surface::word).orElse(null))
        .param("after", Columns.utc(query.since()))
        .param("before", query.before().map(ScanId::value).orElse(null))
        .param("limit", limit)
        .query((row, _) -> rows.scan(row))
        .list()
        .stream()
        .map(matches::complete)
        .toList();
  }

  /// Finds the scan that a caller asked for under a key.
  public Optional<Keyed> findByKey(String caller, IdempotencyKey key) {
    return jdbc.sql("""
            /* scan.find_by_key */
            select * from %s where caller = :caller and idempotency_key = :key
            """.formatted(SignalRows.SCANS))
        .param("caller", caller)
        .param("key", key.value())
        .query((row, _) -> new Keyed(ScanRows.request(row), rows.scan(row)))
        .optional()
        .map(keyed -> new Keyed(keyed.request(), matches.complete(keyed.scan())));
  }

  /// Counts the scans and matches since a moment.
  public ScanTally tally(Instant since) {
    return jdbc.sql("""
            /* scan.tally */
            select count(*) as scans, count(*) filter (where outcome = 'matched') as matched,
                   (select count(*) from scan.match where retro and found_at >= :since) as later
              from scan.scan where scanned_at >= :since
            """)
        .param("since", Columns.utc(since))
        .query((row, _) ->
            new ScanTally(row.getLong("scans"), row.getLong("matched"), row.getLong("later")))
        .single();
  }

  /// Finds a scan.
  public Optional<Scan> find(ScanId id) {
    return jdbc.sql(
            "/* scan.find */ select * from %s where scan_id = :scan".formatted(SignalRows.SCANS))
        .param("scan", id.value())
        .query((row, _) -> rows.scan(row))
        .optional()
        .map(matches::complete);
  }

  /// Returns the subjects of scans, each once.
  public List<Subject> subjects(List<ScanId> ids) {
    return jdbc.sql("""
            /* scan.subjects */
            select distinct messenger, surface, room, account, message from scan.scan
             where scan_id = any (cast(:scans as uuid[]))
            """)
        .param(
            "scans", Columns.array(ids.stream().map(id -> id.value().toString()).toList()))
        .query((row, _) -> ScanRows.subject(row))
        .list();
  }
}
