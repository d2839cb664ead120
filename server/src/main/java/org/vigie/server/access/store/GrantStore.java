package org.vigie.server.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.Grant;
import org.vigie.server.access.GrantId;
import org.vigie.server.access.GrantRequest;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Purpose;
import org.vigie.server.access.WaitingGrant;
import org.vigie.server.frame.Columns;

/// Grants to sealed evidence, which are never removed.
public final class GrantStore {
  private final JdbcClient jdbc;

  public GrantStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A stored grant or request.
  ///
  /// @param grant empty while it is pending
  public record Row(Optional<Grant> grant, boolean revoked) {}

  /// Adds a grant, or a request for one, which ends at no time yet.
  public void add(GrantId id, GrantRequest request, Instant at, Optional<Instant> until) {
    jdbc.sql("""
            /* access.add_grant */
            insert into access.evidence_grant
                (grant_id, holder, purpose, reason, evidence, seconds, asked_at, until)
            values (:id, :holder, :purpose, :reason, :evidence, :seconds, :at, :until)
            """)
        .param("id", id.value())
        .param("holder", request.holder().value())
        .param("purpose", request.purpose().name())
        .param("reason", request.reason())
        .param("evidence", request.evidence().toArray(String[]::new))
        .param("seconds", request.validity().toSeconds())
        .param("at", Columns.utc(at))
        .param("until", until.map(Columns::utc).orElse(null))
        .update();
  }

  /// Returns the requests that are neither approved nor revoked, oldest first.
  public List<WaitingGrant> waiting(Instant since) {
    return jdbc.sql("""
            /* access.waiting_grants */
            select * from access.evidence_grant
             where until is null and revoked_at is null and asked_at > :since
             order by asked_at
            """)
        .param("since", Columns.utc(since))
        .query((row, _) -> waiting(row))
        .list();
  }

  /// Returns the grants that were given, have not ended and were not revoked, by their end.
  public List<Grant> standing(Purpose purpose, Instant now) {
    return jdbc
        .sql("""
            /* access.standing_grants */
            select * from access.evidence_grant
             where purpose = :purpose and until > :now and revoked_at is null
             order by until, grant_id
            """)
        .param("purpose", purpose.name())
        .param("now", Columns.utc(now))
        .query((row, _) -> row(row).grant().stream())
        .list()
        .stream()
        .flatMap(Function.identity())
        .toList();
  }

  /// Locks a request that is neither approved nor revoked, even if it has lapsed.
  public Optional<WaitingGrant> lockWaiting(GrantId id) {
    return jdbc.sql("""
            /* access.lock_waiting_grant */
            select * from access.evidence_grant
             where grant_id = :id and until is null and revoked_at is null for update
            """).param("id", id.value()).query((row, _) -> waiting(row)).optional();
  }

  /// Makes a request that was locked a grant.
  public void approve(GrantId id, PersonId second, Instant until) {
    jdbc.sql("""
            /* access.approve_grant */
            update access.evidence_grant set second_person = :second, until = :until
             where grant_id = :id
            """)
        .param("id", id.value())
        .param("second", second.value())
        .param("until", Columns.utc(until))
        .update();
  }

  public Optional<Row> find(GrantId id) {
    return jdbc.sql("""
            /* access.find_grant */ select * from access.evidence_grant where grant_id = :id
            """).param("id", id.value()).query((row, _) -> row(row)).optional();
  }

  /// Finds a grant, which cannot be revoked until the transaction ends.
  public Optional<Row> findShared(GrantId id) {
    return jdbc.sql("""
            /* access.check_grant */
            select * from access.evidence_grant where grant_id = :id for share
            """).param("id", id.value()).query((row, _) -> row(row)).optional();
  }

  /// Revokes a grant or a request; false if there is none, or it was revoked before.
  public boolean revoke(GrantId id, String by, Instant at) {
    return jdbc.sql("""
                /* access.revoke_grant */
                update access.evidence_grant set revoked_at = :at, revoked_by = :by
                 where grant_id = :id and revoked_at is null
                """)
            .param("id", id.value())
            .param("by", by)
            .param("at", Columns.utc(at))
            .update()
        == 1;
  }

  private static WaitingGrant waiting(ResultSet row) throws SQLException {
    return new WaitingGrant(id(row), request(row), Columns.instant(row, "asked_at"));
  }

  private static Row row(ResultSet row) throws SQLException {
    GrantRequest request = request(row);
    GrantId id = id(row);
    Optional<PersonId> second = Columns.optionalUuid(row, "second_person").map(PersonId::new);
    Optional<Grant> grant = Columns.optionalInstant(row, "until")
        .map(until -> new Grant(
            id,
            request.holder(),
            request.purpose(),
            request.reason(),
            request.evidence(),
            until,
            second));
    return new Row(grant, Columns.optionalInstant(row, "revoked_at").isPresent());
  }

  private static GrantId id(ResultSet row) throws SQLException {
    return new GrantId(Columns.uuid(row, "grant_id"));
  }

  private static GrantRequest request(ResultSet row) throws SQLException {
    return new GrantRequest(
        new PersonId(Columns.uuid(row, "holder")),
        Purpose.valueOf(row.getString("purpose")),
        row.getString("reason"),
        Set.of((String[]) row.getArray("evidence").getArray()),
        Duration.ofSeconds(row.getLong("seconds")));
  }
}
