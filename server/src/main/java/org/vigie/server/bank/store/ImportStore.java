package org.vigie.server.bank.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.fingerprint.SignalType;
import org.vigie.hashlist.BadLine;
import org.vigie.hashlist.ListForm;
import org.vigie.hashlist.ReadingTerms;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.file.Import;
import org.vigie.server.bank.file.ImportForm;
import org.vigie.server.bank.file.ImportId;
import org.vigie.server.bank.file.ImportReading;
import org.vigie.server.bank.file.ImportTerms;
import org.vigie.server.frame.Columns;

/// The table of imports.
public final class ImportStore {
  /// The class of the advisory locks of imports.
  private static final int LOCK_CLASS = 0x56494d50;

  private static final String ROWS = """
      select i.*, coalesce((select json_agg(json_build_object('line', l.line,
                                              'flaw', json_build_object('defect', l.defect,
                                                'values', l.defect_values, 'reason', l.reason))
                                            order by l.place)
                              from bank.import_bad_line l where l.import_id = i.import_id),
                           '[]') as bad_lines
        from bank.import i""";

  private final JdbcClient jdbc;

  public ImportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Adds an import that has not begun.
  ///
  /// @param bytes the length of the file
  /// @param owner the mark of the process that has the file
  public ImportId insert(
      BankId bank, ImportTerms terms, long bytes, UUID owner, Instant now, String caller) {
    return new ImportId(jdbc.sql("""
            /* bank.insert_import */
            insert into bank.import (bank_id, form, bare_type, skip_bad_lines, state, bytes, owner,
              started_at, caller)
            values (:bank, :form, :type, :skip, 'QUEUED', :bytes, :owner, :now, :caller)
            returning import_id""")
        .param("bank", bank.value())
        .param("form", terms.form().name())
        .param("type", terms.reading().bareType().map(SignalType::id).orElse(null))
        .param("skip", terms.reading().skipBadLines())
        .param("bytes", bytes)
        .param("owner", owner)
        .param("now", Columns.utc(now))
        .param("caller", caller)
        .query(Long.class)
        .single());
  }

  /// Holds the lock of an import until the transaction ends. Two imports whose numbers are 2^32
  /// apart share one: the second waits, nothing worse.
  public void lock(ImportId id) {
    jdbc.sql("/* bank.lock_import */ select pg_advisory_xact_lock(:class, :id)")
        .param("class", LOCK_CLASS)
        .param("id", (int) id.value())
        .query()
        .singleRow();
  }

  /// Counts that a process ended while it carried out an import, and returns how many have.
  public int resumed(ImportId id) {
    return jdbc.sql("""
            /* bank.import_resumed */
            update bank.import set resumed = resumed + 1 where import_id = :id returning resumed""").param("id", id.value()).query(Integer.class).single();
  }

  /// Notes how far an import is.
  public void progress(ImportId id, long rows, long bytes) {
    jdbc.sql("""
            /* bank.import_progress */
            update bank.import set state = 'RUNNING', rows_read = :rows, bytes_read = :bytes
             where import_id = :id
            """)
        .param("id", id.value())
        .param("rows", rows)
        .param("bytes", bytes)
        .update();
  }

  /// Counts the open banks whose last import ended without success since a moment.
  public long failedLast(Instant since) {
    return jdbc.sql("""
            /* bank.count_failed_imports */
            select count(*) from bank.bank b
              cross join lateral (select state, finished_at from bank.import i
                                   where i.bank_id = b.bank_id
                                   order by i.import_id desc limit 1) last
             where b.closed_at is null and last.finished_at > :since
               and last.state in ('REFUSED', 'FAILED', 'INTERRUPTED')""").param("since", Columns.utc(since)).query(Long.class).single();
  }

  /// Notes how an import has ended, which stays so.
  public void finish(ImportId id, Import.State state, Import.Outcome outcome, Instant now) {
    jdbc.sql("""
            /* bank.finish_import */
            update bank.import set state = :state, added = :added, changed = :changed,
              unchanged = :unchanged, finished_at = :now
             where import_id = :id and finished_at is null""")
        .param("id", id.value())
        .param("state", state.name())
        .param("added", outcome.added())
        .param("changed", outcome.changed())
        .param("unchanged", outcome.unchanged())
        .param("now", Columns.utc(now))
        .update();
  }

  /// Notes the form in which the file of an import was read.
  public void note(ImportId id, ImportReading reading) {
    jdbc.sql("""
            /* bank.import_reading */
            update bank.import set list_form = :form, left_out = :left where import_id = :id""")
        .param("id", id.value())
        .param("form", reading.form().map(Enum::name).orElse(null))
        .param("left", LeftOutText.of(reading.leftOut()))
        .update();
  }

  /// Replaces the noted defects of an import.
  public void note(ImportId id, List<BadLine> badLines, long defects) {
    jdbc.sql(
            "/* bank.import_defects */ update bank.import set defects = :all where import_id = :id")
        .param("id", id.value())
        .param("all", defects)
        .update();
    jdbc.sql("/* bank.forget_bad_lines */ delete from bank.import_bad_line where import_id = :id")
        .param("id", id.value())
        .update();
    for (int place = 0; place < badLines.size(); place++) {
      BadLine bad = badLines.get(place);
      jdbc.sql("""
              /* bank.insert_bad_line */
              insert into bank.import_bad_line (import_id, place, line, defect, defect_values, reason)
              values (:id, :place, :line, :defect, :values, :reason)""")
          .param("id", id.value())
          .param("place", place)
          .param("line", bad.line())
          .param("defect", bad.flaw().defect())
          .param("values", bad.flaw().values().toArray(String[]::new))
          .param("reason", bad.reason())
          .update();
    }
  }

  /// Returns the unfinished imports of this owner or of none, the oldest first.
  public List<Import> unfinished(UUID owner) {
    return jdbc.sql("/* bank.unfinished_imports */ " + ROWS
            + " where i.finished_at is null and (i.owner = :owner or i.owner is null)"
            + " order by i.import_id")
        .param("owner", owner)
        .query(ImportStore::row)
        .list();
  }

  /// Returns an import.
  public Optional<Import> find(ImportId id) {
    return jdbc.sql("/* bank.find_import */ " + ROWS + " where i.import_id = :id")
        .param("id", id.value())
        .query(ImportStore::row)
        .optional();
  }

  /// Returns the last imports into a bank, the newest first.
  public List<Import> list(BankId bank, int limit) {
    return jdbc.sql("/* bank.list_imports */ " + ROWS
            + " where i.bank_id = :bank order by i.import_id desc limit :limit")
        .param("bank", bank.value())
        .param("limit", limit)
        .query(ImportStore::row)
        .list();
  }

  private static Import row(ResultSet row, int number) throws SQLException {
    return new Import(
        new ImportId(row.getLong("import_id")),
        new BankId(row.getInt("bank_id")),
        row.getString("caller"),
        terms(row),
        new ImportReading(
            Columns.optionalText(row, "list_form").map(ListForm::valueOf),
            LeftOutText.parse(row.getString("left_out"))),
        Import.State.valueOf(row.getString("state")),
        progress(row),
        new Import.Defects(BadLines.parse(row.getString("bad_lines")), row.getLong("defects")));
  }

  private static Import.Progress progress(ResultSet row) throws SQLException {
    return new Import.Progress(
        row.getLong("bytes"),
        row.getLong("bytes_read"),
        row.getLong("rows_read"),
        new Import.Outcome(row.getLong("added"), row.getLong("changed"), row.getLong("unchanged")),
        Columns.instant(row, "started_at"),
        Columns.optionalInstant(row, "finished_at"));
  }

  private static ImportTerms terms(ResultSet row) throws SQLException {
    String type = Columns.optionalText(row, "bare_type").orElse("");
    return new ImportTerms(
        ImportForm.valueOf(row.getString("form")),
        ReadingTerms.of(type, row.getBoolean("skip_bad_lines")).orElseThrow());
  }
}
