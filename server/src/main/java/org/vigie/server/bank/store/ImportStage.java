package org.vigie.server.bank.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.hashlist.BadLine;
import org.vigie.hashlist.Flaw;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.file.Import;
import org.vigie.server.bank.file.ImportId;
import org.vigie.server.bank.file.ImportRow;
import org.vigie.server.bank.file.MemberDefect;
import org.vigie.server.frame.Columns;

/* The rows of one import, in a temporary table of its transaction, and their way into the bank.

All of it is one transaction, long, but without locks that single changes need: it inserts members
and signals that others do not see yet, changes members that the file names, and only as its very
last step, which is not here, updates the bank's counter and takes the next revision. If it ends
early, PostgreSQL rolls it back. */
/// Stages an import. Threads: one; within one transaction.
public final class ImportStage {
  private final JdbcClient jdbc;
  private final Connection connection;

  /// @param connection that of the transaction
  public ImportStage(JdbcClient jdbc, Connection connection) {
    this.jdbc = jdbc;
    this.connection = connection;
  }

  /// Makes the temporary table, and returns a way to fill it fast.
  public Filling begin() throws SQLException {
    jdbc.sql("""
            /* bank.stage_import */
            create temporary table staged (place bigint generated always as identity,
              line bigint not null, reference text not null,
              source text, category text, note text, metadata jsonb, status text,
              signal_type text not null, value bytea not null, quality smallint)
              on commit drop""").update();
    return new Filling(connection.unwrap(PGConnection.class).getCopyAPI().copyIn("""
        copy staged (line, reference, source, category, note, metadata, status, signal_type,
          value, quality) from stdin"""));
  }

  /// Rows on their way into the temporary table. The caller always closes it before the
  /// transaction ends: until then the driver lets nothing else use the connection, and waits.
  public static final class Filling implements AutoCloseable {
    private static final int ENOUGH = 1 << 16;

    private final CopyIn copy;
    private final CopyText text = new CopyText();

    private Filling(CopyIn copy) {
      this.copy = copy;
    }

    /// Adds a row.
    public void add(ImportRow row) {
      text.append(row);
      if (text.length() > ENOUGH) {
        flush();
      }
    }

    private void flush() {
      byte[] bytes = text.take().getBytes(StandardCharsets.UTF_8);
      try {
        copy.writeToCopy(bytes, 0, bytes.length);
      } catch (SQLException e) {
        throw new DataAccessResourceFailureException("rows could not be staged", e);
      }
    }

    /// Ends the rows; the table is whole then.
    public void end() {
      flush();
      try {
        copy.endCopy();
      } catch (SQLException e) {
        throw new DataAccessResourceFailureException("rows could not be staged", e);
      }
    }

    /// Gives up, unless the rows have been ended.
    @Override
    public void close() {
      try {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      } catch (SQLException e) {
        throw new DataAccessResourceFailureException("staging could not be given up", e);
      }
    }
  }

  /// Gathers the rows of each member.
  public void gather() {
    jdbc.sql("""
            /* bank.gather_staged */
            create temporary table staged_member on commit drop as
            select distinct on (reference) place, line, reference, source, category, note, metadata,
                   status, null::bigint as member_id, false as added
              from staged order by reference, place""").update();
    jdbc.sql("create unique index on staged_member (reference)").update();
    jdbc.sql("analyze staged").update();
    jdbc.sql("analyze staged_member").update();
  }

  /// Removes the rows that contradict the first of their member, and reports them.
  public void takeContradictions(int told, BiConsumer<List<BadLine>, Long> defects) {
    jdbc.sql("""
            /* bank.find_staged_contradictions */
            create temporary table contradiction on commit drop as
            select s.place, s.line from staged s join staged_member f using (reference)
             where (s.source, s.category, s.note, s.metadata, s.status)
                   is distinct from (f.source, f.category, f.note, f.metadata, f.status)""").update();
    jdbc.sql("""
            /* bank.take_staged_contradictions */
            delete from staged s using contradiction c where s.place = c.place""").update();
    tell("""
        /* bank.staged_contradictions */
        select line, count(*) over () as total from contradiction group by line
         order by line limit :told""", MemberDefect.CONTRADICTS_FIRST_ROW.of(), told, defects);
  }

  /// Reports the members with too many signals.
  public void findOverfull(int maxSignals, int told, BiConsumer<List<BadLine>, Long> defects) {
    tell("""
        /* bank.staged_too_many */
        select min(line) as line, count(*) over () as total from staged
         group by reference
        having count(*) > %1$d and count(distinct (signal_type, value)) > %1$d
         order by 1 limit :told""".formatted(maxSignals), MemberDefect.TOO_MANY_ROWS.of(maxSignals), told, defects);
  }

  private void tell(String sql, Flaw flaw, int told, BiConsumer<List<BadLine>, Long> defects) {
    record Told(long line, long total) {}
    List<Told> rows = jdbc.sql(sql)
        .param("told", told)
        .query((row, _) -> new Told(row.getLong("line"), row.getLong("total")))
        .list();
    if (!rows.isEmpty()) {
      List<BadLine> lines =
          rows.stream().map(row -> new BadLine(row.line(), flaw)).toList();
      defects.accept(lines, rows.getFirst().total());
    }
  }

  /// Makes members of the rows.
  public Import.Outcome apply(ImportId id, BankId bank, Instant now) {
    long added = insertMembers(id, bank, now);
    recogniseMembers(bank);
    updateMembers(id);
    insertSignals(id);
    long all = count("select count(*) from staged_member");
    long changed = jdbc.sql("""
            /* bank.count_import_changes */
            select count(*) from bank.import_change where import_id = :id""").param("id", id.value()).query(Long.class).single();
    return new Import.Outcome(added, changed, all - added - changed);
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private long insertMembers(ImportId id, BankId bank, Instant now) {
    return jdbc.sql("""
            /* bank.insert_imported_members */
            with added as (
              insert into bank.member (bank_id, reference, source, category, note, metadata,
                status, import_id, added_at, added_by)
              select :bank, reference, source, category, note, metadata,
                     coalesce(status, 'ACTIVE'), :id, :now, 'import:' || :id
                from staged_member f
               where not exists (select 1 from bank.member m
                                  where m.bank_id = :bank and m.reference = f.reference)
               order by place
              on conflict (bank_id, reference) do nothing
              returning member_id, reference)
            update staged_member f set member_id = a.member_id, added = true
              from added a where a.reference = f.reference""")
        .param("id", id.value())
        .param("bank", bank.value())
        .param("now", Columns.utc(now))
        .update();
  }

  private void recogniseMembers(BankId bank) {
    jdbc.sql("""
            /* bank.recognise_imported_members */
            update staged_member f set member_id = m.member_id from bank.member m
             where not f.added and m.bank_id = :bank and m.reference = f.reference""").param("bank", bank.value()).update();
    jdbc.sql("analyze staged_member").update();
  }

  /// Updates members. Fields that the file leaves out stay, and a member that is set aside waits
  /// for a person.
  private void updateMembers(ImportId id) {
    jdbc.sql("""
            /* bank.update_imported_members */
            with wanted as (
              select m.member_id,
                     coalesce(nullif(f.source, ''), m.source) as source,
                     coalesce(nullif(f.category, ''), m.category) as category,
                     coalesce(nullif(f.note, ''), m.note) as note,
                     coalesce(f.metadata, m.metadata) as metadata,
                     case when f.status is null then m.status
                          when m.status = 'SET_ASIDE' and f.status <> 'WITHDRAWN' then m.status
                          else f.status end as status
                from staged_member f join bank.member m using (member_id) where not f.added
                order by m.member_id for no key update of m),
            changed as (
              update bank.member m
                 set source = w.source, category = w.category, note = w.note,
                     metadata = w.metadata, status = w.status, version = m.version + 1
                from wanted w
               where m.member_id = w.member_id
                 and (w.source, w.category, w.note, w.metadata, w.status)
                     is distinct from (m.source, m.category, m.note, m.metadata, m.status)
              returning m.member_id)
            insert into bank.import_change (import_id, member_id)
            select :id, member_id from changed""").param("id", id.value()).update();
  }

  private void insertSignals(ImportId id) {
    jdbc.sql("""
            /* bank.insert_imported_signals */
            with wanted as (
              select distinct on (f.member_id, s.signal_type, s.value)
                     f.member_id, f.added, s.signal_type, s.value, s.quality, s.place
                from staged s join staged_member f using (reference)
               order by f.member_id, s.signal_type, s.value, s.place),
            missing as (
              select * from wanted w
               where w.added
                  or not exists (select 1 from bank.signal g
                                  where g.member_id = w.member_id
                                    and g.signal_type = w.signal_type and g.value = w.value)),
            inserted as (
              insert into bank.signal (member_id, slot, signal_type, value, quality)
              select member_id,
                     row_number() over (partition by member_id order by place) +
                       case when added then -1
                            else (select max(slot) from bank.signal g
                                   where g.member_id = missing.member_id) end,
                     signal_type, value, quality
                from missing
              returning member_id)
            insert into bank.import_change (import_id, member_id)
            select distinct :id, i.member_id
              from inserted i join staged_member f using (member_id) where not f.added
            on conflict do nothing""").param("id", id.value()).update();
  }
}
