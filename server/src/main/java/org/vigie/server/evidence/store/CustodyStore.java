package org.vigie.server.evidence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.GrantId;
import org.vigie.server.evidence.CustodyAct;
import org.vigie.server.evidence.CustodyEntry;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.custody.CustodyChain;
import org.vigie.server.frame.Columns;

/// The custody chains, whose triggers refuse to change or remove an entry.
public final class CustodyStore {
  private final JdbcClient jdbc;

  public CustodyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Returns the end of an object's chain, and locks the object; empty if there is no object.
  public Optional<CustodyChain.End> lockEnd(EvidenceId id) {
    return jdbc.sql("""
            /* evidence.lock_custody */
            select custody_entries, custody_hash from evidence.object
             where evidence_id = :id for update
            """).param("id", id.value()).query((row, _) -> end(row)).optional();
  }

  static CustodyChain.End end(ResultSet row) throws SQLException {
    return new CustodyChain.End(row.getInt("custody_entries"), row.getString("custody_hash"));
  }

  /// Appends an entry to a chain that was locked.
  public void append(CustodyEntry entry) {
    jdbc.sql("""
            /* evidence.append_custody */
            insert into evidence.custody_entry
                (evidence_id, number, at, act, caller, grant_id, reason, hash)
            values (:id, :number, :at, :act, :caller, :grant, :reason, :hash)
            """)
        .param("id", entry.evidence().value())
        .param("number", entry.number())
        .param("at", Columns.utc(entry.at()))
        .param("act", entry.act().name())
        .param("caller", entry.caller())
        .param("grant", entry.grant().map(GrantId::value).orElse(null))
        .param("reason", entry.reason())
        .param("hash", entry.hash())
        .update();
    jdbc.sql("""
            /* evidence.move_custody_end */
            update evidence.object set custody_entries = :number, custody_hash = :hash
             where evidence_id = :id
            """)
        .param("id", entry.evidence().value())
        .param("number", entry.number())
        .param("hash", entry.hash())
        .update();
  }

  /// Returns the chain of an object, oldest first.
  public List<CustodyEntry> entries(EvidenceId id) {
    return jdbc.sql("""
            /* evidence.custody */
            select * from evidence.custody_entry where evidence_id = :id order by number
            """).param("id", id.value()).query((row, _) -> entry(row)).list();
  }

  private static CustodyEntry entry(ResultSet row) throws SQLException {
    return new CustodyEntry(
        new EvidenceId(Columns.uuid(row, "evidence_id")),
        row.getInt("number"),
        Columns.instant(row, "at"),
        CustodyAct.valueOf(row.getString("act")),
        row.getString("caller"),
        Columns.optionalUuid(row, "grant_id").map(GrantId::new),
        row.getString("reason"),
        row.getString("hash"));
  }
}
