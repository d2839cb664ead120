package org.vigie.server.outbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.frame.Columns;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.EffectKey;
import org.vigie.server.outbox.EffectKind;

/// Effects, from being added to being deleted.
public final class EffectStore {
  private final JdbcClient jdbc;

  public EffectStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Adds an effect; returns false if there is one with this id.
  public boolean add(Effect effect, Instant at) {
    return jdbc.sql("""
            /* outbox.add */
            insert into outbox.effect (effect_id, kind, key, payload, state, added_at, next_at)
            values (:id, :kind, :key, :payload, 'PENDING', :at, :at)
            on conflict (effect_id) do nothing
            """)
            .param("id", effect.id().value())
            .param("kind", effect.kind().value())
            .param("key", effect.key().value())
            .param("payload", effect.payload())
            .param("at", Columns.utc(at))
            .update()
        == 1;
  }

  /// Claims the effect of a kind that is due first, and counts the attempt. An effect is not due
  /// while an earlier one of its key is pending.
  ///
  /// @param until the end of the lease, after which the effect is due again
  public Optional<Claimed> claim(EffectKind kind, Instant now, Instant until) {
    UUID lease = UUID.randomUUID();
    return jdbc.sql("""
            /* outbox.claim */
            update outbox.effect set attempts = attempts + 1, next_at = :until, lease = :lease
             where number = (
                select number from outbox.effect due
                 where kind = :kind and state = 'PENDING' and next_at <= :now
                   and not exists (
                      select from outbox.effect earlier
                       where earlier.key = due.key and earlier.state = 'PENDING'
                         and earlier.number < due.number)
                 order by next_at, number limit 1 for update skip locked)
            returning *
            """)
        .param("kind", kind.value())
        .param("now", Columns.utc(now))
        .param("until", Columns.utc(until))
        .param("lease", lease)
        .query((row, _) -> new Claimed(effect(row), lease, row.getInt("attempts")))
        .optional();
  }

  private static Effect effect(ResultSet row) throws SQLException {
    return new Effect(
        new EffectId(Columns.uuid(row, "effect_id")),
        new EffectKind(row.getString("kind")),
        new EffectKey(row.getString("key")),
        row.getString("payload"));
  }

  /// Ends a delivered effect; returns false if another process has claimed it meanwhile.
  public boolean delivered(Claimed claimed, Instant at) {
    return jdbc.sql("""
            /* outbox.delivered */
            update outbox.effect
               set state = 'DELIVERED', payload = null, next_at = null, lease = null, ended_at = :at
             where effect_id = :id and lease = :lease
            """)
            .param("at", Columns.utc(at))
            .param("id", claimed.effect().id().value())
            .param("lease", claimed.lease())
            .update()
        == 1;
  }

  /// Delays the next attempt; returns false if another process has claimed the effect meanwhile.
  public boolean retry(Claimed claimed, String failure, Instant next) {
    return jdbc.sql("""
            /* outbox.retry */
            update outbox.effect set failure = :failure, next_at = :next, lease = null
             where effect_id = :id and lease = :lease
            """)
            .param("failure", failure)
            .param("next", Columns.utc(next))
            .param("id", claimed.effect().id().value())
            .param("lease", claimed.lease())
            .update()
        == 1;
  }

  /// Makes an effect a dead letter; returns false if another process has claimed it meanwhile.
  public boolean bury(Claimed claimed, String failure, Instant at) {
    return jdbc.sql("""
            /* outbox.bury */
            update outbox.effect
               set state = 'DEAD', failure = :failure, next_at = null, lease = null, ended_at = :at
             where effect_id = :id and lease = :lease
            """)
            .param("failure", failure)
            .param("at", Columns.utc(at))
            .param("id", claimed.effect().id().value())
            .param("lease", claimed.lease())
            .update()
        == 1;
  }

  /// Deletes effects that ended before two times; returns how many.
  ///
  /// @param delivered for those that were delivered or given up
  /// @param dead for dead letters
  public int delete(Instant delivered, Instant dead) {
    return jdbc.sql("""
            /* outbox.delete_ended */
            delete from outbox.effect
             where (state in ('DELIVERED', 'GIVEN_UP') and ended_at < :delivered)
                or (state = 'DEAD' and ended_at < :dead)
            """)
        .param("delivered", Columns.utc(delivered))
        .param("dead", Columns.utc(dead))
        .update();
  }
}
