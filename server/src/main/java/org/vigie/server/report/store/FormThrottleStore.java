package org.vigie.server.report.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.frame.Columns;

/// Counts requests from one network in the database, so that all processes count together.
///
/// One moment for each place holds the whole state: that at which all so far would have come,
/// had they come evenly. Source: the generic cell rate algorithm, ITU-T I.371.
public final class FormThrottleStore {
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  private final JdbcClient jdbc;

  public FormThrottleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A limit on the rate.
  ///
  /// @param interval between two, in the long run
  /// @param burst the most at once after a quiet time
  public record Rate(Duration interval, int burst) {}

  /// Counts one.
  ///
  /// @return from when on the next may come; empty if this one may
  public Optional<Instant> take(byte[] place, Rate rate, Instant now) {
    forget(now);
    Duration ahead = rate.interval().multipliedBy(rate.burst() - 1L);
    int taken = jdbc.sql("""
            /* report.take */
            insert into report.throttle as t (place_digest, due_at)
            values (:place, cast(:now as timestamptz) + :interval * interval '1 second')
            on conflict (place_digest) do update
              set due_at = greatest(t.due_at, :now) + :interval * interval '1 second'
             where t.due_at <= cast(:now as timestamptz) + :ahead * interval '1 second'
            """)
        .param("place", place)
        .param("now", Columns.utc(now))
        .param("interval", rate.interval().toSeconds())
        .param("ahead", ahead.toSeconds())
        .update();
    return taken == 1 ? Optional.empty() : Optional.of(due(place).minus(ahead));
  }

  private Instant due(byte[] place) {
    return jdbc.sql(
            "/* report.due */ select due_at from report.throttle where place_digest = :place")
        .param("place", place)
        .query((row, _) -> Columns.instant(row, "due_at"))
        .single();
  }

  private void forget(Instant now) {
    jdbc.sql("/* report.forget_places */ delete from report.throttle where due_at < :before")
        .param("before", Columns.utc(now.minus(FORGOTTEN_AFTER)))
        .update();
  }
}
