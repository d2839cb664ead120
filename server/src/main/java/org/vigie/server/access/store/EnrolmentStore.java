package org.vigie.server.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.Agreement;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Columns;

/// One-time links, by the digest of their secret.
public final class EnrolmentStore {
  private final JdbcClient jdbc;

  public EnrolmentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A link that counts.
  ///
  /// @param person empty for the link of the first administrator, who is not known yet
  /// @param issue who made it and who agreed
  /// @param cleared whether it counts even for a guarded person
  public record OpenLink(Optional<PersonId> person, IssueStore.Issue issue, boolean cleared) {}

  /// A link that is added.
  ///
  /// @param issuedBy the reference of a caller
  /// @param cleared as in [OpenLink]
  public record NewLink(Optional<PersonId> person, String issuedBy, boolean cleared) {}

  /// Adds a link, and removes earlier ones of its person.
  ///
  public void replace(byte[] digest, NewLink link, Instant createdAt, Instant expiresAt) {
    jdbc.sql("""
            /* access.remove_enrolments */
            delete from access.enrolment
             where person_id is not distinct from :person::uuid and used_at is null
            """).param("person", text(link.person())).update();
    jdbc.sql("""
            /* access.add_enrolment */
            insert into access.enrolment
                (token_digest, person_id, created_at, expires_at, issued_by, cleared_at)
            values (:digest, :person::uuid, :createdAt, :expiresAt, :issuedBy, :clearedAt)
            """)
        .param("digest", digest)
        .param("person", text(link.person()))
        .param("issuedBy", link.issuedBy())
        .param("clearedAt", link.cleared() ? Columns.utc(createdAt) : null)
        .param("createdAt", Columns.utc(createdAt))
        .param("expiresAt", Columns.utc(expiresAt))
        .update();
  }

  /// Finds a link that is neither used nor expired.
  public Optional<OpenLink> find(byte[] digest, Instant now) {
    return jdbc.sql("""
            /* access.find_enrolment */
            select * from access.enrolment
             where token_digest = :digest and used_at is null and expires_at > :now
            """)
        .param("digest", digest)
        .param("now", Columns.utc(now))
        .query(EnrolmentStore::open)
        .optional();
  }

  /// Uses up a valid link of a person, without its secret. Returns empty if there is none.
  public Optional<OpenLink> useCleared(PersonId person, Instant now) {
    return jdbc.sql("""
            /* access.use_cleared_enrolment */
            update access.enrolment set used_at = :now
             where person_id = :person and used_at is null and expires_at > :now
               and cleared_at is not null
            returning *
            """)
        .param("person", person.value())
        .param("now", Columns.utc(now))
        .query(EnrolmentStore::open)
        .optional();
  }

  /// Binds the unused link of a person to the request that clears it.
  public void tie(PersonId person, UUID request) {
    jdbc.sql("""
            /* access.tie_enrolment */
            update access.enrolment set request_id = :request
             where person_id = :person and used_at is null
            """).param("person", person.value()).param("request", request).update();
  }

  /// Clears the link of a request for a guarded person, for as long as a new link would count.
  public void clear(UUID request, Optional<String> agreedBy, Instant now) {
    jdbc.sql("""
            /* access.clear_enrolment */
            update access.enrolment
               set cleared_at = :now, agreed_by = :agreedBy,
                   expires_at = greatest(expires_at, :now + (expires_at - created_at))
             where request_id = :request and used_at is null
            """)
        .param("request", request)
        .param("agreedBy", agreedBy.orElse(null))
        .param("now", Columns.utc(now))
        .update();
  }

  /// Removes the link of a request, if it was not used.
  public void remove(UUID request) {
    jdbc.sql("""
            /* access.remove_enrolment_of */
            delete from access.enrolment where request_id = :request and used_at is null
            """).param("request", request).update();
  }

  private static OpenLink open(ResultSet row, int number) throws SQLException {
    Instant createdAt = Columns.instant(row, "created_at");
    boolean cleared = Columns.optionalInstant(row, "cleared_at").isPresent();
    return new OpenLink(
        Columns.optionalUuid(row, "person_id").map(PersonId::new),
        new IssueStore.Issue(
            row.getString("issued_by"),
            Columns.optionalText(row, "agreed_by"),
            createdAt,
            createdAt.plus(Agreement.WAIT),
            cleared),
        cleared);
  }

  /// Gives the link of the first administrator to a person. Returns false if it no longer counts.
  public boolean bind(byte[] digest, PersonId person, Instant now) {
    return jdbc.sql("""
                /* access.bind_enrolment */
                update access.enrolment set person_id = :person
                 where token_digest = :digest and person_id is null and used_at is null
                   and expires_at > :now
                """)
            .param("digest", digest)
            .param("person", person.value())
            .param("now", Columns.utc(now))
            .update()
        == 1;
  }

  /// Uses a link up. Returns false if it no longer counts.
  public boolean use(byte[] digest, PersonId person, Instant now) {
    return jdbc.sql("""
                /* access.use_enrolment */
                update access.enrolment set used_at = :now
                 where token_digest = :digest and person_id = :person and used_at is null
                   and expires_at > :now
                """)
            .param("digest", digest)
            .param("person", person.value())
            .param("now", Columns.utc(now))
            .update()
        == 1;
  }

  private static @Nullable String text(Optional<PersonId> person) {
    return person.map(id -> id.value().toString()).orElse(null);
  }
}
