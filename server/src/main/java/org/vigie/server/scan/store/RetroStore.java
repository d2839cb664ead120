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
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.MemberId;
import org.vigie.server.frame.Columns;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanId;
import org.vigie.server.scan.ScanMatch;

/// The state of the retro-match, and the scans that it compares again.
public final class RetroStore {
  private static final long NO_BARRIER = -1;

  private final JdbcClient jdbc;
  private final MatchStore matches;

  public RetroStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.matches = new MatchStore(jdbc);
  }

  /// The state of the retro-match.
  ///
  /// @param wanted the last revision after which more may match
  /// @param target of the pass
  /// @param done of the last pass that is complete
  /// @param barrier transactions before this one may not know the target; negative before it is
  ///     set
  /// @param reached the last scan that the pass has compared
  /// @param progress how far it has come
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
  /// @param scans how many it will compare, about
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
    return jdbc.sql("""
            /* scan.next_retro */
            select scan_id, quality, pdq, md5, sha1, sha256 from scan.scan
             where scan_id > :reached and bank_revision < :target and scanned_at >= :since
             order by scan_id limit :limit
            """)
        .param("reached", state.reached().map(ScanId::value).orElse(new UUID(0, 0)))
        .param("target", state.target())
        .param("since", Columns.utc(since))
        .param("limit", limit)
        .query((row, _) -> ScanRows.signals(row))
        .list();
  }

  /// Returns scans, without their matches, and lets nobody delete them before the transaction
  /// ends. Those that are not kept any more are left out.
  public List<Scan> hold(List<ScanId> scans) {
    return jdbc.sql("""
            /* scan.hold_for_retro */
            select * from scan.scan where scan_id = any(:scans) order by scan_id
               for no key update
            """)
        .param("scans", scans.stream().map(ScanId::value).toArray(UUID[]::new))
        .query((row, _) -> ScanRows.scan(row))
        .list();
  }

  /// Returns scans that were stored without knowing of a pass, without their matches.
  public List<Scan> due(int limit) {
    return jdbc.sql("""
            /* scan.due_retro */
            select * from scan.scan where retro_due order by scan_id limit :limit for update
            """)
        .param("limit", limit)
        .query((row, _) -> ScanRows.scan(row))
        .list();
  }

  /// Notes that these scans are not due any more.
  public void settle(List<Scan> scans) {
    jdbc.sql("""
            /* scan.settle_retro */
            update scan.scan set retro_due = false where scan_id = any(:scans)
            """).param("scans", ids(scans)).update();
  }

  /// Notes how far a pass has come.
  ///
  /// @param scans how many it has compared since the last time
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
