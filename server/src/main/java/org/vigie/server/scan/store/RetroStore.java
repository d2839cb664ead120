package org.vigie.server.scan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.MemberId;
import org.vigie.server.frame.Columns;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanId;
import org.vigie.server.scan.ScanMatch;

/// The state of the retro-match, and the scans that it compares again.
public final class RetroStore {
  /// The next scans of a pass. Each is found by its key, and so are its signals.
  static final String NEXT = """
      /* scan.next_retro */
      select scan_id, signals.* from %s
       where scan_id > :reached and bank_revision < :target and scanned_at >= :since
       order by scan_id limit :limit
      """.formatted(SignalRows.SCANS);

  private static final long NO_BARRIER = -1;

  private final JdbcClient jdbc;
  private final ScanRows rows;
  private final MatchStore matches;

  public RetroStore(JdbcClient jdbc, SignalTypes types) {
    this.jdbc = jdbc;
    this.rows = new ScanRows(types);
    this.matches = new MatchStore(jdbc, types);
  }

  /// The state of the retro-match.
  ///
  /// @param wanted the last revision with growth
  /// @param target of the pass
  /// @param done the target of the last complete pass
  /// @param barrier transactions before this one may not know the target; negative before it is
  ///     set
  /// @param reached the last scan that the pass has compared
  /// @param progress the progress of the pass
  public record State(
      long wanted,
      long target,
      long done,
      long barrier,
      Optional<ScanId> reached,
      RetroProgress progress) {
    /// Returns whether a pass is under way.
    public boolean isUnderWay() {
      return target > done;
    }

    /// Returns whether the barrier is set.
    public boolean hasBarrier() {
      return barrier != NO_BARRIER;
    }
  }

  /// Notes that more may match from a revision on.
  public void want(BankRevision revision, Instant now) {
    jdbc.sql("""
            /* scan.want_retro */
            update scan.growth set wanted_revision = greatest(wanted_revision, :revision),
              wanted_since = coalesce(wanted_since, :now)
            """)
        .param("revision", revision.number())
        .param("now", Columns.utc(now))
        .update();
  }

  /// Reads the state of the retro-match.
  public State state() {
    return read("");
  }

  /// Reads the state of the retro-match, and locks it until the transaction ends.
  public State lock() {
    return read(" for update of r");
  }

  private State read(String locking) {
    return jdbc.sql("""
            /* scan.retro_state */
            select g.wanted_revision, r.target_revision, r.done_revision,
                coalesce(r.barrier, -1) as barrier, r.reached, r.scans, r.compared,
                r.growth_since, g.wanted_since
            from scan.retro r cross join scan.growth g""" + locking)
        .query((row, _) -> new State(
            row.getLong("wanted_revision"),
            row.getLong("target_revision"),
            row.getLong("done_revision"),
            row.getLong("barrier"),
            Columns.optionalUuid(row, "reached").map(ScanId::new),
            progress(row)))
        .single();
  }

  private static RetroProgress progress(ResultSet row) throws SQLException {
    Optional<Instant> wantedSince = Columns.optionalInstant(row, "wanted_since");
    if (row.getLong("target_revision") > row.getLong("done_revision")) {
      long left = Math.max(0, row.getLong("scans") - row.getLong("compared"));
      return new RetroProgress(
          true, left, Columns.optionalInstant(row, "growth_since").or(() -> wantedSince));
    }
    return new RetroProgress(false, 0, wantedSince);
  }

  /// Counts the scans that a pass will compare.
  ///
  /// @param since older scans are not compared again
  public long count(BankRevision target, Instant since) {
    return jdbc.sql("""
            /* scan.count_retro */
            select count(*) from scan.scan
             where bank_revision < :target and scanned_at >= :since
            """)
        .param("target", target.number())
        .param("since", Columns.utc(since))
        .query(Long.class)
        .single();
  }

  /// Begins a pass; from its commit on, scans that are stored know the target.
  ///
  /// @param scans about how many it will compare
  public void begin(BankRevision target, long scans) {
    jdbc.sql("""
            /* scan.begin_retro */
            update scan.retro set target_revision = :target, barrier = null, reached = null,
              scans = :scans, compared = 0,
              growth_since = (select wanted_since from scan.growth)
            """).param("target", target.number()).param("scans", scans).update();
    jdbc.sql("""
            /* scan.serve_growth */
            update scan.growth set wanted_since = null where wanted_revision <= :target
            """).param("target", target.number()).update();
  }

  /// Sets the barrier, in a transaction after the one that began the pass.
  public void setBarrier() {
    jdbc.sql("""
            /* scan.set_retro_barrier */
            update scan.retro
               set barrier = pg_snapshot_xmax(pg_current_snapshot())::text::bigint
            """).update();
  }

  /// Returns whether every transaction before the barrier has ended.
  public boolean isPast(long barrier) {
    return jdbc.sql("""
            /* scan.retro_barrier */
            select pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= :barrier
            """).param("barrier", barrier).query(Boolean.class).single();
  }

  /// Returns the next scans of a pass.
  ///
  /// @param since older scans are not compared again
  public List<StoredSignals> next(State state, Instant since, int limit) {
    return jdbc.sql(NEXT)
        .param("reached", state.reached().map(ScanId::value).orElse(new UUID(0, 0)))
        .param("target", state.target())
        .param("since", Columns.utc(since))
        .param("limit", limit)
        .query((row, _) -> rows.sought(row))
        .list();
  }

  /// Returns scans, without their matches, and blocks their deletion until the transaction ends.
  /// Omits deleted ones.
  public List<Scan> hold(List<ScanId> scans) {
    return read(jdbc.sql("""
            /* scan.hold_for_retro */
            select scan_id from scan.scan where scan_id = any(:scans) order by scan_id
               for no key update
            """)
        .param("scans", scans.stream().map(ScanId::value).toArray(UUID[]::new))
        .query(UUID.class)
        .list());
  }

  /// Returns scans that were stored without knowing of a pass, without their matches.
  public List<Scan> due(int limit) {
    return read(jdbc.sql("""
            /* scan.due_retro */
            select scan_id from scan.scan where retro_due order by scan_id limit :limit for update
            """).param("limit", limit).query(UUID.class).list());
  }

  /// Reads scans that are locked. This has to be a statement after the lock: a statement that waits
  /// for a lock sees the scan as it is then, and the signals as they were before.
  private List<Scan> read(List<UUID> locked) {
    return jdbc.sql("""
            /* scan.read_for_retro */
            select * from %s where scan_id = any(:scans) order by scan_id
            """.formatted(SignalRows.SCANS))
        .param("scans", locked.toArray(UUID[]::new))
        .query((row, _) -> rows.scan(row))
        .list();
  }

  /// Notes that these scans are not due any more.
  public void settle(List<Scan> scans) {
    jdbc.sql("""
            /* scan.settle_retro */
            update scan.scan set retro_due = false where scan_id = any(:scans)
            """).param("scans", ids(scans)).update();
  }

  /// Records the progress of a pass.
  ///
  /// @param scans the number compared since the last call
  public void reach(ScanId last, int scans) {
    jdbc.sql("""
            /* scan.reach_retro */
            update scan.retro set reached = :last, compared = compared + :scans
            """).param("last", last.value()).param("scans", scans).update();
  }

  /// Ends the pass.
  public void finish() {
    jdbc.sql("/* scan.finish_retro */ update scan.retro set done_revision = target_revision")
        .update();
  }

  /// Returns, for each of these scans that has matches that count, with which members.
  public Map<ScanId, Set<MemberId>> counted(List<Scan> scans) {
    Map<ScanId, Set<MemberId>> members = new HashMap<>();
    jdbc.sql("""
            /* scan.counted_matches */
            select scan_id, member_id from scan.match
             where scan_id = any(:scans) and silenced_by_bank is null
            """).param("scans", ids(scans)).query(row -> {
      ScanId scan = new ScanId(Columns.uuid(row, "scan_id"));
      members
          .computeIfAbsent(scan, _ -> new HashSet<>())
          .add(new MemberId(row.getLong("member_id")));
    });
    return members;
  }

  private static UUID[] ids(List<Scan> scans) {
    return scans.stream().map(scan -> scan.id().value()).toArray(UUID[]::new);
  }

  /// Adds matches to a scan, which makes it a matched one.
  public void add(ScanId scan, List<ScanMatch> found) {
    found.forEach(match -> matches.insert(scan, match, Optional.empty()));
    jdbc.sql("""
            /* scan.match_later */
            update scan.scan set outcome = 'matched' where scan_id = :scan
            """).param("scan", scan.value()).update();
  }
}
