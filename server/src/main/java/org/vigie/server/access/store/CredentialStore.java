package org.vigie.server.access.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Columns;

/// Passwords, authenticator apps and recovery codes.
public final class CredentialStore {
  private final JdbcClient jdbc;

  public CredentialStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A password with its authenticator app.
  @SuppressWarnings("ArrayRecordComponent") // sealed bytes, never compared
  public record Stored(String encodedPassword, byte[] sealedSecret) {}

  public Optional<Stored> find(PersonId person) {
    return jdbc.sql("""
            /* access.find_password */
            select encoded, sealed_secret
              from access.password join access.authenticator using (person_id)
             where person_id = :person
            """)
        .param("person", person.value())
        .query((row, number) -> new Stored(row.getString("encoded"), row.getBytes("sealed_secret")))
        .optional();
  }

  /// Sets password, authenticator app and recovery codes at once, in the place of those before.
  ///
  /// @param step the codes up to this step of time are used up
  public void replace(PersonId person, Stored stored, long step, List<byte[]> codes, Instant at) {
    jdbc.sql("""
            /* access.set_password */
            insert into access.password (person_id, encoded, changed_at)
            values (:person, :encoded, :at)
            on conflict (person_id) do update set encoded = :encoded, changed_at = :at
            """)
        .param("person", person.value())
        .param("encoded", stored.encodedPassword())
        .param("at", Columns.utc(at))
        .update();
    jdbc.sql("""
            /* access.set_authenticator */
            insert into access.authenticator (person_id, sealed_secret, last_step)
            values (:person, :sealed, :step)
            on conflict (person_id) do update set sealed_secret = :sealed, last_step = :step
            """)
        .param("person", person.value())
        .param("sealed", stored.sealedSecret())
        .param("step", step)
        .update();
    replaceCodes(person, codes);
  }

  public void replaceCodes(PersonId person, List<byte[]> codes) {
    jdbc.sql("""
            /* access.remove_recovery_codes */
            delete from access.recovery_code where person_id = :person
            """).param("person", person.value()).update();
    codes.forEach(code ->
        jdbc.sql("""
            /* access.add_recovery_code */
            insert into access.recovery_code (person_id, code_digest) values (:person, :code)
            """).param("person", person.value()).param("code", code).update());
  }

  /// Removes password, authenticator app and recovery codes.
  public void remove(PersonId person) {
    for (String table : Arrays.asList("recovery_code", "authenticator", "password")) {
      jdbc.sql("/* access.remove_password */ delete from access." + table
              + " where person_id = :person")
          .param("person", person.value())
          .update();
    }
  }

  /// Uses the codes of an authenticator app up to a step of time; false if they were before.
  public boolean useStep(PersonId person, long step) {
    return jdbc.sql("""
                /* access.use_authenticator_step */
                update access.authenticator set last_step = :step
                 where person_id = :person and last_step < :step
                """).param("person", person.value()).param("step", step).update() == 1;
  }

  /// Uses a recovery code up; false if there is no such code.
  public boolean useCode(PersonId person, byte[] code) {
    return jdbc.sql("""
                /* access.use_recovery_code */
                delete from access.recovery_code where person_id = :person and code_digest = :code
                """).param("person", person.value()).param("code", code).update() == 1;
  }

  public int codesLeft(PersonId person) {
    return jdbc.sql("""
            /* access.recovery_codes_left */
            select count(*) from access.recovery_code where person_id = :person
            """).param("person", person.value()).query(Integer.class).single();
  }
}
