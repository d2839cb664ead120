package org.vigie.server.evidence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.Hold;
import org.vigie.server.evidence.HoldId;
import org.vigie.server.frame.Columns;

/// The holds. A hold is in force until it is released or expires; its row stays.
public final class HoldStore {
  private final JdbcClient jdbc;

  public HoldStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void add(Hold hold) {
    jdbc.sql("""
            /* evidence.add_hold */
            insert into evidence.hold
                (hold_id, evidence_id, source, reference, placed_by, placed_at, expires_at)
            values (:id, :evidence, :source, :reference, :by, :at, :expires)
            """)
        .param("id", hold.id().value())
        .param("evidence", hold.evidence().value())
        .param("source", hold.source())
        .param("reference", hold.reference())
        .param("by", hold.by())
        .param("at", Columns.utc(hold.at()))
        .param("expires", Columns.utc(hold.expires()))
        .update();
  }

  /// Returns the holds on an object that are in force, oldest first.
  public List<Hold> standing(EvidenceId id, Instant now) {
    return jdbc.sql("""
            /* evidence.standing_holds */
            select * from evidence.hold
             where evidence_id = :id and released_at is null
               and (expires_at is null or expires_at > :now)
             order by placed_at, hold_id
            """)
        .param("id", id.value())
        .param("now", Columns.utc(now))
        .query((row, _) -> hold(row))
        .list();
  }

  public Optional<Hold> find(HoldId id) {
    return jdbc.sql("/* evidence.find_hold */ select * from evidence.hold where hold_id = :id")
        .param("id", id.value())
        .query((row, _) -> hold(row))
        .optional();
  }

  /// Releases a hold; false if it had been released before.
  public boolean release(HoldId id, String by, Instant at) {
    return jdbc.sql("""
                /* evidence.release_hold */
                update evidence.hold set released_at = :at, released_by = :by
                 where hold_id = :id and released_at is null
                """)
            .param("id", id.value())
            .param("by", by)
            .param("at", Columns.utc(at))
            .update()
        == 1;
  }

  private static Hold hold(ResultSet row) throws SQLException {
    return new Hold(
        new HoldId(Columns.uuid(row, "hold_id")),
        new EvidenceId(Columns.uuid(row, "evidence_id")),
        row.getString("source"),
        row.getString("reference"),
        row.getString("placed_by"),
        Columns.instant(row, "placed_at"),
        Columns.optionalInstant(row, "expires_at"));
  }
}
