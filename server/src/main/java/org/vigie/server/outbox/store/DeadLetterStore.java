package org.vigie.server.outbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.frame.Columns;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.EffectKey;
import org.vigie.server.outbox.EffectKind;

/// Dead letters, and how many effects are pending.
public final class DeadLetterStore {
  private final JdbcClient jdbc;

  public DeadLetterStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// How many effects there are.
  public record Count(long pending, long dead) {}

  public Count count() {
    return jdbc.sql("""
            /* outbox.count */
            select count(*) filter (where state = 'PENDING') as pending,
                   count(*) filter (where state = 'DEAD') as dead
              from outbox.effect where state in ('PENDING', 'DEAD')
            """)
        .query((row, _) -> new Count(row.getLong("pending"), row.getLong("dead")))
        .single();
  }

  /// Counts dead letters up to a number.
  public long dead(int most) {
    return jdbc.sql("""
            /* outbox.count_dead */
            select count(*) from
              (select from outbox.effect where state = 'DEAD' limit :most) dead
            """).param("most", most).query(Long.class).single();
  }

  /// Returns dead letters, those that died first before others.
  public List<DeadLetter> list(int most) {
    return jdbc.sql("""
            /* outbox.dead_letters */
            select e.*, exists (
                     select from outbox.effect later
                      where later.key = e.key and later.state = 'DELIVERED'
                        and later.number > e.number) as overtaken
              from outbox.effect e where state = 'DEAD' order by ended_at, number limit :most
            """).param("most", most).query((row, _) -> deadLetter(row)).list();
  }

  private static DeadLetter deadLetter(ResultSet row) throws SQLException {
    return new DeadLetter(
        new EffectId(Columns.uuid(row, "effect_id")),
        new EffectKind(row.getString("kind")),
        new EffectKey(row.getString("key")),
        row.getInt("attempts"),
        row.getString("failure"),
        Columns.instant(row, "added_at"),
        Columns.instant(row, "ended_at"),
        row.getBoolean("overtaken"));
  }

  /// Makes a dead letter pending again; returns its kind, or empty if it is not dead.
  public Optional<EffectKind> replay(EffectId id, Instant at) {
    return jdbc.sql("""
            /* outbox.replay */
            update outbox.effect
               set state = 'PENDING', attempts = 0, next_at = :at, ended_at = null
             where effect_id = :id and state = 'DEAD' returning kind
            """)
        .param("id", id.value())
        .param("at", Columns.utc(at))
        .query((row, _) -> new EffectKind(row.getString("kind")))
        .optional();
  }

  /// Makes a pending effect due; returns false if it is not pending, or is being attempted.
  public boolean hurry(EffectId id, Instant at) {
    return jdbc.sql("""
            /* outbox.hurry */
            update outbox.effect set next_at = least(next_at, :at)
             where effect_id = :id and state = 'PENDING' and lease is null
            """).param("id", id.value()).param("at", Columns.utc(at)).update() == 1;
  }

  /// Gives a dead letter up and deletes its payload; returns its kind, or empty if it is not dead.
  public Optional<EffectKind> giveUp(EffectId id, Instant at) {
    return jdbc.sql("""
            /* outbox.give_up */
            update outbox.effect set state = 'GIVEN_UP', payload = null, ended_at = :at
             where effect_id = :id and state = 'DEAD' returning kind
            """)
        .param("id", id.value())
        .param("at", Columns.utc(at))
        .query((row, _) -> new EffectKind(row.getString("kind")))
        .optional();
  }
}
