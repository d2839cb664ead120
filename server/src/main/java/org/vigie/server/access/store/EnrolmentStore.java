package org.vigie.server.access.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.PersonId;

/// One-time links, by the digest of their secret.
public final class EnrolmentStore {
  private final JdbcClient jdbc;

  public EnrolmentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A link that counts.
  ///
  /// @param person empty if it is the first administrator's, of whom nothing is known yet
  public record OpenLink(Optional<PersonId> person) {}

  /// Adds a link in the place of all that its person had before.
  ///
  /// @param person empty for the first administrator
  public void replace(
      byte[] digest, Optional<PersonId> person, Instant createdAt, Instant expiresAt) {
    jdbc.sql("""
            /* access.remove_enrolments */
            delete from access.enrolment
             where person_id is not distinct from :person::uuid and used_at is null
            """).param("person", text(person)).update();
    jdbc.sql("""
            /* access.add_enrolment */
            insert into access.enrolment (token_digest, person_id, created_at, expires_at)
            values (:digest, :person::uuid, :createdAt, :expiresAt)
            """)
        .param("digest", digest)
        .param("person", text(person))
        .param("createdAt", Times.utc(createdAt))
        .param("expiresAt", Times.utc(expiresAt))
        .update();
  }

  /// Finds a link that is neither used nor expired.
  public Optional<OpenLink> find(byte[] digest, Instant now) {
    return jdbc.sql("""
            /* access.find_enrolment */
            select person_id from access.enrolment
             where token_digest = :digest and used_at is null and expires_at > :now
            """)
        .param("digest", digest)
        .param("now", Times.utc(now))
        .query((row, number) -> new OpenLink(
            Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new)))
        .optional();
  }

  /// Says whose link the first administrator's is; false if it does not count any more.
  public boolean bind(byte[] digest, PersonId person, Instant now) {
    return jdbc.sql("""
                /* access.bind_enrolment */
                update access.enrolment set person_id = :person
                 where token_digest = :digest and person_id is null and used_at is null
                   and expires_at > :now
                """)
            .param("digest", digest)
            .param("person", person.value())
            .param("now", Times.utc(now))
            .update()
        == 1;
  }

  /// Uses a link up; false if it does not count any more.
  public boolean use(byte[] digest, PersonId person, Instant now) {
    return jdbc.sql("""
                /* access.use_enrolment */
                update access.enrolment set used_at = :now
                 where token_digest = :digest and person_id = :person and used_at is null
                   and expires_at > :now
                """)
            .param("digest", digest)
            .param("person", person.value())
            .param("now", Times.utc(now))
            .update()
        == 1;
  }

  private static @Nullable String text(Optional<PersonId> person) {
    return person.map(id -> id.value().toString()).orElse(null);
  }
}
