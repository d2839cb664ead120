package org.vigie.server.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.AccessRequest;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Role;
import org.vigie.server.frame.Columns;

/// Requests for access, which are never removed.
public final class RequestStore {
  private final JdbcClient jdbc;

  public RequestStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Adds a request that waits, or one that has ended already.
  public void add(AccessRequest request) {
    Optional<AccessRequest.SingleSignOn> account =
        request.change() instanceof AccessRequest.SingleSignOn single
            ? Optional.of(single)
            : Optional.empty();
    jdbc.sql("""
            /* access.add_request */
            insert into access.access_request
                (request_id, kind, person_id, asked_by, asked_at, due_at, roles, issuer, subject,
                 ended_at, ending, ended_by)
            values (:id, :kind, :person, :askedBy, :askedAt, :dueAt, :roles::text[], :issuer,
                    :subject, :endedAt, :ending, :endedBy)
            """)
        .param("id", request.id())
        .param("kind", request.change().kind().name())
        .param("person", request.person().value())
        .param("askedBy", request.askedBy())
        .param("askedAt", Columns.utc(request.askedAt()))
        .param("dueAt", Columns.utc(request.dueAt()))
        .param("roles", request.change().roles().stream().map(Role::name).toArray(String[]::new))
        .param("issuer", account.map(AccessRequest.SingleSignOn::issuer).orElse(null))
        .param("subject", account.map(AccessRequest.SingleSignOn::subject).orElse(null))
        .param("endedAt", request.ended().map(end -> Columns.utc(end.at())).orElse(null))
        .param("ending", request.ended().map(end -> end.how().name()).orElse(null))
        .param("endedBy", request.ended().map(AccessRequest.Ended::by).orElse(null))
        .update();
  }

  /// Finds the pending request of a kind for a person.
  public Optional<AccessRequest> waiting(PersonId person, AccessRequest.Kind kind) {
    return jdbc.sql("""
            /* access.request_of */
            select * from access.access_request
             where person_id = :person and kind = :kind and ended_at is null
            """)
        .param("person", person.value())
        .param("kind", kind.name())
        .query(RequestStore::request)
        .optional();
  }

  /// Returns pending requests, the first to take effect first.
  public List<AccessRequest> pending(int most) {
    return jdbc.sql("""
            /* access.pending_requests */
            select * from access.access_request where ended_at is null
             order by due_at, request_id limit :most
            """).param("most", most).query(RequestStore::request).list();
  }

  /// Serialises the transactions that change the access of a person, and locks the person's pending
  /// requests: before other locks of that person, in the same order as an approval.
  public List<AccessRequest> lockAll(PersonId person) {
    jdbc.sql("""
            /* access.lock_access_of */
            select pg_advisory_xact_lock(hashtext('access.person'), hashtext(:person))::text
            """).param("person", person.value().toString()).query(String.class).single();
    return jdbc.sql("""
            /* access.lock_requests_of */
            select * from access.access_request
             where person_id = :person and ended_at is null order by request_id for update
            """)
        .param("person", person.value())
        .query(RequestStore::request)
        .list();
  }

  /// Locks a request that waits.
  public Optional<AccessRequest> lockWaiting(UUID id) {
    return jdbc.sql("""
            /* access.lock_request */
            select * from access.access_request
             where request_id = :id and ended_at is null for update
            """).param("id", id).query(RequestStore::request).optional();
  }

  /// Locks the next request whose day has passed, skipping locked ones.
  public Optional<AccessRequest> lockDue(Instant now) {
    return jdbc.sql("""
            /* access.lock_due_request */
            select * from access.access_request where ended_at is null and due_at <= :now
             order by due_at limit 1 for update skip locked
            """)
        .param("now", Columns.utc(now))
        .query(RequestStore::request)
        .optional();
  }

  /// Ends a request that was locked.
  public void end(UUID id, AccessRequest.Ended ended) {
    jdbc.sql("""
            /* access.end_request */
            update access.access_request
               set ended_at = :at, ending = :how, ended_by = :by where request_id = :id
            """)
        .param("at", Columns.utc(ended.at()))
        .param("how", ended.how().name())
        .param("by", ended.by())
        .param("id", id)
        .update();
  }

  /// Returns the pending requests, the first to take effect first, then those that have ended since
  /// a moment, newest first.
  public List<AccessRequest> since(Instant moment) {
    return jdbc.sql("""
            /* access.requests_since */
            select * from access.access_request where ended_at is null or ended_at > :moment
             order by ended_at is not null, case when ended_at is null then due_at end,
                      ended_at desc, request_id
             limit 500
            """)
        .param("moment", Columns.utc(moment))
        .query(RequestStore::request)
        .list();
  }

  private static AccessRequest request(ResultSet row, int number) throws SQLException {
    return new AccessRequest(
        Columns.uuid(row, "request_id"),
        change(row),
        new PersonId(Columns.uuid(row, "person_id")),
        row.getString("asked_by"),
        Columns.instant(row, "asked_at"),
        Columns.instant(row, "due_at"),
        ended(row));
  }

  private static AccessRequest.Change change(ResultSet row) throws SQLException {
    return switch (AccessRequest.Kind.valueOf(row.getString("kind"))) {
      case LINK -> new AccessRequest.Link();
      case ENABLE -> new AccessRequest.Enable();
      case SINGLE_SIGN_ON ->
        new AccessRequest.SingleSignOn(row.getString("issuer"), row.getString("subject"));
      case ROLES -> new AccessRequest.Roles(roles(row), false);
      case LINK_AND_ROLES -> new AccessRequest.Roles(roles(row), true);
    };
  }

  private static Set<Role> roles(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("roles").getArray())
        .map(Role::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<AccessRequest.Ended> ended(ResultSet row) throws SQLException {
    Optional<Instant> at = Columns.optionalInstant(row, "ended_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(new AccessRequest.Ended(
            AccessRequest.Ending.valueOf(row.getString("ending")),
            at.get(),
            row.getString("ended_by")));
  }
}
