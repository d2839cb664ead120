package org.vigie.server.enforcement.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.enforcement.actions.ActionId;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.enforcement.actions.Progress;
import org.vigie.server.frame.Columns;
import org.vigie.server.review.DecisionId;

/// Stores how actions end, or fail to, and lists those that are stuck.
public final class EndStore {
  private final JdbcClient jdbc;

  public EndStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// An action that ended.
  ///
  /// @param attempted whether there was an earlier attempt
  public record End(ActionId id, Progress.Ended how, boolean attempted) {}

  /// Stores how actions ended, without those that were withdrawn meanwhile; returns them as they
  /// are then.
  ///
  /// An action that ends as ALREADY counts as done by us if an earlier attempt may have acted, or
  /// another of our measures made it so.
  public List<PlannedAction> ended(List<End> ends, Instant at) {
    if (ends.isEmpty()) {
      return List.of();
    }
    return jdbc.sql("""
            /* enforcement.ended */
            update enforcement.action a
               set state = 'ENDED', text = null, reason = one.reason, ended_at = :at,
                   outcome = case when one.outcome = 'ALREADY'
                                       and (a.attempted or one.attempted or exists (
                                          select from enforcement.action other
                                           where other.target = a.target and other.kind = a.kind
                                             and other.action_id <> a.action_id
                                             and other.outcome in ('DONE', 'PARTIAL')))
                                  then 'DONE' else one.outcome end
              from unnest(cast(:ids as uuid[]), cast(:outcomes as text[]),
                          cast(:reasons as text[]), cast(:attempted as boolean[]))
                   one (id, outcome, reason, attempted)
             where a.action_id = one.id and a.state in ('QUEUED', 'DEAD')
            returning a.*
            """)
        .param("at", Columns.utc(at))
        .param(
            "ids",
            Columns.array(ends.stream().map(end -> end.id().value().toString()).toList()))
        .param(
            "outcomes",
            Columns.array(ends.stream().map(end -> end.how().how().name()).toList()))
        .param(
            "reasons",
            ends.stream().map(end -> end.how().reason().orElse(null)).toArray(String[]::new))
        .param(
            "attempted",
            Columns.array(
                ends.stream().map(end -> Boolean.toString(end.attempted())).toList()))
        .query((row, _) -> ActionRows.read(row))
        .list();
  }

  /// Notes that a messenger refused a measure, so that milder ones take its place.
  public void refused(ActionId measure) {
    jdbc.sql("""
            /* enforcement.refused */
            update enforcement.action set refused = true where action_id = :id
            """).param("id", measure.value()).update();
  }

  /// Notes that an attempt failed; returns the decision of the action.
  public Optional<DecisionId> failed(ActionId id) {
    return decision(jdbc.sql("""
            /* enforcement.failed */
            update enforcement.action set attempted = true
             where action_id = :id and state = 'QUEUED'
            returning decision_id
            """).param("id", id.value()));
  }

  /// Notes that the attempts of an action are used up; returns its decision.
  public Optional<DecisionId> dead(ActionId id, String reason, Instant at) {
    return decision(
        jdbc.sql("""
            /* enforcement.dead */
            update enforcement.action
               set state = 'DEAD', attempted = true, reason = :reason, ended_at = :at
             where action_id = :id and state = 'QUEUED'
            returning decision_id
            """).param("reason", reason).param("at", Columns.utc(at)).param("id", id.value()));
  }

  private static Optional<DecisionId> decision(JdbcClient.StatementSpec update) {
    return update
        .query((row, _) -> new DecisionId(Columns.uuid(row, "decision_id")))
        .optional();
  }

  /// Notes that an action is attempted again, if it was dead.
  public void replayed(ActionId id) {
    jdbc.sql("""
            /* enforcement.replayed */
            update enforcement.action set state = 'QUEUED', reason = null, ended_at = null
             where action_id = :id and state = 'DEAD'
            """).param("id", id.value()).update();
  }

  /// Returns dead actions, then those that failed and are attempted again; the oldest first.
  public List<PlannedAction> stuck(int most) {
    return jdbc.sql("""
            /* enforcement.stuck */
            select * from (
               (select * from enforcement.action where state = 'DEAD'
                 order by ended_at, number limit :most)
               union all
               (select * from enforcement.action where state = 'QUEUED' and attempted
                 order by number limit :most)) stuck
             order by state = 'DEAD' desc, ended_at, number limit :most
            """)
        .param("most", most)
        .query((row, _) -> ActionRows.read(row))
        .list();
  }

  /// Finds an action that is dead or in the outbox.
  public Optional<PlannedAction> findStuck(ActionId id) {
    return jdbc.sql("""
            /* enforcement.find_stuck */
            select * from enforcement.action where action_id = :id and state in ('DEAD', 'QUEUED')
            """)
        .param("id", id.value())
        .query((row, _) -> ActionRows.read(row))
        .optional();
  }

  /// Counts dead actions up to a number.
  public long countDead(int most) {
    return jdbc.sql("""
            /* enforcement.count_dead */
            select count(*) from
              (select from enforcement.action where state = 'DEAD' limit :most) dead
            """).param("most", most).query(Long.class).single();
  }
}
