package org.vigie.server.access.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts failed attempts to sign in, in the database, so that a restart forgives nothing.
public final class ThrottleStore {
  private final JdbcClient jdbc;

  public ThrottleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// How many attempts count.
  ///
  /// @param free how many are free of a wait
  /// @param forgottenAfter without any for so long, those before are forgotten
  public record Limit(int free, Duration forgottenAfter) {}

  /// Counts an attempt as failed before it is made, so that many at once gain nothing. From the
  /// limit on, each doubles the wait for the next: 15 s, 30 s, 1 min … 16 min.
  ///
  /// @param subject digest of the account or address
  /// @return until when no attempt may be made; empty if this one may
  public Optional<Instant> take(byte[] subject, Limit limit, Instant now) {
    int taken = jdbc.sql("""
            /* access.take_attempt */
            insert into access.sign_in_failure as f (subject_digest, failures, last_at, free_at)
            values (:subject, 1, :now, :now)
            on conflict (subject_digest) do update set
              failures = case when f.last_at < :forgotten then 1 else f.failures + 1 end,
              last_at = :now,
              free_at = :now::timestamptz + case
                when f.last_at < :forgotten or f.failures + 1 < :limit then interval '0'
                else interval '15 seconds' * (2 ^ least(f.failures + 1 - :limit, 6)) end
             where f.free_at <= :now
            """)
        .param("subject", subject)
        .param("limit", limit.free())
        .param("now", Times.utc(now))
        .param("forgotten", Times.utc(now.minus(limit.forgottenAfter())))
        .update();
    return taken == 1 ? Optional.empty() : Optional.of(freeAt(subject));
  }

  private Instant freeAt(byte[] subject) {
    return jdbc.sql("""
            /* access.attempt_free_at */
            select free_at from access.sign_in_failure where subject_digest = :subject
            """)
        .param("subject", subject)
        .query((row, number) -> Times.of(row, "free_at"))
        .single();
  }

  /// Takes back one attempt of an address, as it did not fail, and the wait that it began. The
  /// wait that a later attempt began stays.
  ///
  /// @param takenAt when the attempt was counted
  public void giveBack(byte[] subject, Instant takenAt) {
    jdbc.sql("""
            /* access.give_back_attempt */
            update access.sign_in_failure
               set failures = greatest(failures - 1, 0),
                   free_at = case when last_at = :taken then last_at else free_at end
             where subject_digest = :subject
            """).param("subject", subject).param("taken", Times.utc(takenAt)).update();
  }

  /// Forgets the failures of an account that signed in.
  public void forget(byte[] subject) {
    jdbc.sql("""
            /* access.forget_attempts */
            delete from access.sign_in_failure where subject_digest = :subject
            """).param("subject", subject).update();
  }
}
