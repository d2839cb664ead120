package org.vigie.server.access.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.frame.Columns;

/// Counts failed attempts to sign in, in the database, so that a restart forgives nothing.
public final class SignInThrottleStore {
  private final JdbcClient jdbc;

  public SignInThrottleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A limit on attempts.
  ///
  /// @param free the number of attempts without a wait
  /// @param forgottenAfter the time without failures after which earlier ones are deleted
  /// @param longest wait
  public record Limit(int free, Duration forgottenAfter, Duration longest) {
    /// A limit with waits of up to 16 minutes.
    public static Limit of(int free, Duration forgottenAfter) {
      return new Limit(free, forgottenAfter, Duration.ofMinutes(16));
    }

    public Limit upTo(Duration longestWait) {
      return new Limit(free, forgottenAfter, longestWait);
    }
  }

  /// Counts an attempt as failed before it is made, so that many at once gain nothing. From the
  /// limit on, each doubles the wait for the next: 15 s, 30 s, 1 min …
  /// up to the longest.
  ///
  /// @param subject mark of an account or network
  /// @return the end of the wait; empty if this attempt may be made
  public Optional<Instant> take(byte[] subject, Limit limit, Instant now) {
    int taken = jdbc.sql("""
            /* access.take_attempt */
            insert into access.sign_in_failure as f (subject_mark, failures, last_at, free_at)
            values (:subject, 1, :now, :now)
            on conflict (subject_mark) do update set
              failures = case when f.last_at < :forgotten then 1 else f.failures + 1 end,
              last_at = :now,
              free_at = :now::timestamptz + case
                when f.last_at < :forgotten or f.failures + 1 < :limit then interval '0'
                else least(
                  interval '15 seconds' * (2 ^ least(f.failures + 1 - :limit, 6)),
                  interval '1 second' * :longest) end
             where f.free_at <= :now
            """)
        .param("subject", subject)
        .param("limit", limit.free())
        .param("longest", limit.longest().toSeconds())
        .param("now", Columns.utc(now))
        .param("forgotten", Columns.utc(now.minus(limit.forgottenAfter())))
        .update();
    return taken == 1 ? Optional.empty() : Optional.of(freeAt(subject));
  }

  /// Moves the counts under yesterday's mark to today's.
  public void carry(byte[] yesterday, byte[] today) {
    jdbc.sql("""
            /* access.carry_attempts */
            update access.sign_in_failure set subject_mark = :today
             where subject_mark = :yesterday
               and not exists (select from access.sign_in_failure where subject_mark = :today)
            """).param("yesterday", yesterday).param("today", today).update();
  }

  private Instant freeAt(byte[] subject) {
    return jdbc.sql("""
            /* access.attempt_free_at */
            select free_at from access.sign_in_failure where subject_mark = :subject
            """)
        .param("subject", subject)
        .query((row, number) -> Columns.instant(row, "free_at"))
        .single();
  }

  /// Takes back one attempt, as it did not fail, and the wait that it began. The
  /// wait that a later attempt began stays.
  ///
  /// @param takenAt when the attempt was counted
  public void giveBack(byte[] subject, Instant takenAt) {
    jdbc.sql("""
            /* access.give_back_attempt */
            update access.sign_in_failure
               set failures = greatest(failures - 1, 0),
                   free_at = case when last_at = :taken then last_at else free_at end
             where subject_mark = :subject
            """).param("subject", subject).param("taken", Columns.utc(takenAt)).update();
  }

  /// Forgets the failures of an account that signed in.
  public void forget(byte[] subject) {
    jdbc.sql("""
            /* access.forget_attempts */
            delete from access.sign_in_failure where subject_mark = :subject
            """).param("subject", subject).update();
  }

  /// Returns whether an account has signed in from a network since a moment.
  public boolean isKnown(byte[] mark, Instant since) {
    return jdbc.sql("""
            /* access.is_known_network */
            select count(*) from access.known_network where mark = :mark and seen_at > :since
            """)
            .param("mark", mark)
            .param("since", Columns.utc(since))
            .query(Integer.class)
            .single()
        > 0;
  }

  /// Keeps that an account has signed in from a network.
  public void know(byte[] mark, Instant now) {
    jdbc.sql("""
            /* access.know_network */
            insert into access.known_network (mark, seen_at) values (:mark, :now)
            on conflict (mark) do update set seen_at = :now
            """).param("mark", mark).param("now", Columns.utc(now)).update();
  }

  /// Removes older rows.
  ///
  /// @param failures that were last counted before, and hold nothing back
  /// @param known networks that were last seen before
  public void clean(Instant failures, Instant known) {
    jdbc.sql("""
            /* access.clean_attempts */
            delete from access.sign_in_failure where last_at < :before
            """).param("before", Columns.utc(failures)).update();
    jdbc.sql("""
            /* access.clean_known_networks */
            delete from access.known_network where seen_at < :before
            """).param("before", Columns.utc(known)).update();
  }
}
