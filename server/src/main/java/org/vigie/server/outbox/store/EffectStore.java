package org.vigie.server.outbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.frame.Columns;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.EffectKey;
import org.vigie.server.outbox.EffectKind;
import org.vigie.server.outbox.Urgency;
import org.vigie.server.outbox.Withdrawal;

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
            insert into outbox.effect
              (effect_id, kind, key, urgency, payload, state, added_at, next_at)
            values (:id, :kind, :key, :urgency, :payload, 'PENDING', :at, :at)
            on conflict (effect_id) do nothing
            """)
            .param("id", effect.id().value())
            .param("kind", effect.kind().value())
            .param("key", effect.key().value())
            .param("urgency", effect.urgency().ordinal())
            .param("payload", effect.payload())
            .param("at", Columns.utc(at))
            .update()
        == 1;
  }

  /// Adds effects in this order, without those whose ids are there.
  public void addAll(List<Effect> effects, Instant at) {
    jdbc.sql("""
            /* outbox.add_all */
            insert into outbox.effect
              (effect_id, kind, key, urgency, payload, state, added_at, next_at)
            select id, kind, key, urgency, payload, 'PENDING', :at, :at
              from unnest(cast(:ids as uuid[]), cast(:kinds as text[]), cast(:keys as text[]),
                          cast(:urgencies as smallint[]), cast(:payloads as text[]))
                   with ordinality one (id, kind, key, urgency, payload, place)
             order by place
            on conflict (effect_id) do nothing
            """)
        .param("at", Columns.utc(at))
        .param("ids", array(effects.stream().map(effect -> effect.id().value()).toList()))
        .param("kinds", texts(effects, effect -> effect.kind().value()))
        .param("keys", texts(effects, effect -> effect.key().value()))
        .param(
            "urgencies",
            Columns.array(effects.stream()
                .map(effect -> Integer.toString(effect.urgency().ordinal()))
                .toList()))
        .param("payloads", texts(effects, Effect::payload))
        .update();
  }

  private static String[] texts(List<Effect> effects, Function<Effect, String> text) {
    return effects.stream().map(text).toArray(String[]::new);
  }

  /// Claims effects of a kind that are due, the urgent and then the oldest first, and counts an
  /// attempt of each. An effect is not due while an earlier one of its key is pending, so no two
  /// have the same key.
  ///
  /// @param until the end of the lease, after which the effects are due again
  public List<Claimed> claim(EffectKind kind, Instant now, Instant until, int most) {
    return jdbc.sql("""
            /* outbox.claim */
            update outbox.effect
               set attempts = attempts + 1, next_at = :until, lease = gen_random_uuid()
             where number in (
                select number from outbox.effect due
                 where kind = :kind and state = 'PENDING' and next_at <= :now and not withdrawn
                   and not exists (
                      select from outbox.effect earlier
                       where earlier.key = due.key and earlier.state = 'PENDING'
                         and earlier.number < due.number)
                 order by urgency, number limit :most for update skip locked)
            returning *
            """)
        .param("kind", kind.value())
        .param("now", Columns.utc(now))
        .param("until", Columns.utc(until))
        .param("most", most)
        .query((row, _) -> claimed(row))
        .list();
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(effect(row), Columns.uuid(row, "lease"), row.getInt("attempts"));
  }

  private static Effect effect(ResultSet row) throws SQLException {
    return new Effect(
        new EffectId(Columns.uuid(row, "effect_id")),
        new EffectKind(row.getString("kind")),
        new EffectKey(row.getString("key")),
        Urgency.values()[row.getInt("urgency")],
        row.getString("payload"));
  }

  /// Withdraws an effect, also a dead letter. One that is being attempted stays pending until that
  /// attempt ends or its lease expires, so that later effects of its key wait for it.
  public Withdrawal withdraw(EffectId id, Instant at) {
    return jdbc.sql("""
            /* outbox.withdraw */
            update outbox.effect e
               set withdrawn = true,
                   state = case when found.under_way then 'PENDING' else 'WITHDRAWN' end,
                   payload = case when found.under_way then e.payload end,
                   next_at = case when found.under_way then e.next_at end,
                   ended_at = case when found.under_way then e.ended_at else :at end
              from (select number, lease is not null as under_way,
                           attempts > 0 or failure is not null as attempted
                      from outbox.effect
                     where effect_id = :id and state in ('PENDING', 'DEAD') and not withdrawn
                     for update) found
             where e.number = found.number
            returning found.attempted
            """)
        .param("id", id.value())
        .param("at", Columns.utc(at))
        .query(Boolean.class)
        .optional()
        .map(attempted -> attempted ? Withdrawal.UNCERTAIN : Withdrawal.UNATTEMPTED)
        .orElse(Withdrawal.ENDED);
  }

  /// Ends withdrawn effects whose last attempt did not end before its lease expired; returns how
  /// many.
  public int endWithdrawn(EffectKind kind, Instant now) {
    return jdbc.sql("""
            /* outbox.end_withdrawn */
            update outbox.effect
               set state = 'WITHDRAWN', payload = null, next_at = null, lease = null,
                   ended_at = :now
             where kind = :kind and state = 'PENDING' and withdrawn and next_at <= :now
            """)
        .param("kind", kind.value())
        .param("now", Columns.utc(now))
        .update();
  }

  /// Ends delivered effects; returns those that no other process has claimed meanwhile.
  public Set<EffectId> delivered(List<Claimed> claimed, Instant at) {
    return new HashSet<>(jdbc.sql("""
            /* outbox.delivered */
            update outbox.effect e
               set state = 'DELIVERED', payload = null, next_at = null, lease = null, ended_at = :at
              from unnest(cast(:ids as uuid[]), cast(:leases as uuid[])) done (id, lease)
             where e.effect_id = done.id and e.lease = done.lease
            returning e.effect_id
            """)
        .param("at", Columns.utc(at))
        .param(
            "ids",
            array(claimed.stream().map(each -> each.effect().id().value()).toList()))
        .param("leases", array(claimed.stream().map(Claimed::lease).toList()))
        .query((row, _) -> new EffectId(Columns.uuid(row, "effect_id")))
        .list());
  }

  private static String array(List<UUID> ids) {
    return Columns.array(ids.stream().map(UUID::toString).toList());
  }

  /// Delays the next attempt, or ends the effect if it was withdrawn meanwhile; returns whether it
  /// was withdrawn, or nothing if another process has claimed the effect meanwhile.
  ///
  /// @param counted whether the attempt counts
  public Optional<Boolean> retry(
      Claimed claimed, String failure, boolean counted, Instant now, Instant next) {
    return jdbc.sql("""
            /* outbox.retry */
            update outbox.effect
               set failure = :failure, lease = null,
                   attempts = attempts - case when :counted then 0 else 1 end,
                   next_at = case when withdrawn then null else :next end,
                   state = case when withdrawn then 'WITHDRAWN' else state end,
                   payload = case when withdrawn then null else payload end,
                   ended_at = case when withdrawn then :now end
             where effect_id = :id and lease = :lease
            returning withdrawn
            """)
        .param("failure", failure)
        .param("counted", counted)
        .param("now", Columns.utc(now))
        .param("next", Columns.utc(next))
        .param("id", claimed.effect().id().value())
        .param("lease", claimed.lease())
        .query(Boolean.class)
        .optional();
  }

  /// Makes an effect a dead letter, or ends it if it was withdrawn meanwhile; returns false if
  /// another process has claimed it meanwhile.
  public boolean bury(Claimed claimed, String failure, Instant at) {
    return jdbc.sql("""
            /* outbox.bury */
            update outbox.effect
               set state = case when withdrawn then 'WITHDRAWN' else 'DEAD' end,
                   payload = case when withdrawn then null else payload end,
                   failure = :failure, next_at = null, lease = null, ended_at = :at
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
  /// @param ended for those that were delivered, withdrawn or given up
  /// @param dead for dead letters
  public int delete(Instant ended, Instant dead) {
    return jdbc.sql("""
            /* outbox.delete_ended */
            delete from outbox.effect
             where (state in ('DELIVERED', 'WITHDRAWN', 'GIVEN_UP') and ended_at < :ended)
                or (state = 'DEAD' and ended_at < :dead)
            """)
        .param("ended", Columns.utc(ended))
        .param("dead", Columns.utc(dead))
        .update();
  }
}
