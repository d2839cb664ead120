package org.vigie.server.report.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.connector.MessengerId;
import org.vigie.server.access.KeyId;
import org.vigie.server.frame.Columns;
import org.vigie.server.report.ReporterMark;
import org.vigie.server.report.reporters.ReporterMeasure;

/// Measures against reporters, for messengers. Measures are numbered in the order of their commits,
/// as [MisuseStore] serialises their writers.
public final class ReporterMeasureStore {
  private final JdbcClient jdbc;

  public ReporterMeasureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A measure that the messenger has not read yet.
  public record Untold(UUID entry, ReporterMark reporter) {}

  /// Returns measures behind a place, with the key's name for each reporter. Leaves out reporters
  /// whose name was deleted.
  public List<ReporterMeasure> after(KeyId key, long place, int limit) {
    return jdbc.sql("""
            /* report.measures_after */
            select m.*, n.messenger, n.reporter from report.misuse m
              cross join lateral (
                select messenger, reporter from report.notice
                 where reporter_mark = m.reporter_mark and key_id = :key and reporter is not null
                 limit 1) n
             where m.misuse_id > :place order by m.misuse_id limit :limit
            """)
        .param("key", key.value())
        .param("place", place)
        .param("limit", limit)
        .query((row, _) -> new ReporterMeasure(
            Columns.uuid(row, "entry_id"),
            new MessengerId(row.getString("messenger")),
            row.getString("reporter"),
            MisuseStore.misuse(row)))
        .list();
  }

  /// Returns the place of an entry about a reporter of a key.
  public Optional<Long> place(KeyId key, UUID entry) {
    return jdbc.sql("""
            /* report.measure_place */
            select m.misuse_id from report.misuse m
             where m.entry_id = :entry
               and exists (select 1 from report.notice n
                            where n.reporter_mark = m.reporter_mark and n.key_id = :key
                              and n.reporter is not null)
            """)
        .param("entry", entry)
        .param("key", key.value())
        .query(Long.class)
        .optional();
  }

  /// Returns those of some entries that were not read yet.
  public List<Untold> untold(List<UUID> entries) {
    return entries.isEmpty()
        ? List.of()
        : jdbc.sql("""
                /* report.untold_of */
                select entry_id, reporter_mark from report.misuse
                 where told_at is null and entry_id in (:entries) order by misuse_id
                """)
            .param("entries", entries)
            .query((row, _) -> new Untold(
                Columns.uuid(row, "entry_id"), new ReporterMark(row.getString("reporter_mark"))))
            .list();
  }

  /// Returns those about a reporter that were not read yet.
  public List<Untold> untold(ReporterMark reporter) {
    return jdbc.sql("""
            /* report.untold_about */
            select entry_id, reporter_mark from report.misuse
             where told_at is null and reporter_mark = :reporter order by misuse_id
            """)
        .param("reporter", reporter.value())
        .query((row, _) -> new Untold(
            Columns.uuid(row, "entry_id"), new ReporterMark(row.getString("reporter_mark"))))
        .list();
  }

  /// Records when a messenger first read a measure; returns whether this was the first time.
  public boolean tell(UUID entry, Instant at) {
    return jdbc.sql("""
            /* report.tell_measure */
            update report.misuse set told_at = :at where entry_id = :entry and told_at is null
            """).param("entry", entry).param("at", Columns.utc(at)).update() == 1;
  }
}
