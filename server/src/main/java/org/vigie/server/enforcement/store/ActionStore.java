package org.vigie.server.enforcement.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.server.enforcement.actions.ActionId;
import org.vigie.server.enforcement.actions.Condition;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.enforcement.actions.Progress;
import org.vigie.server.enforcement.actions.Step;
import org.vigie.server.frame.Columns;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionId;

/// Actions, from their plan to their end.
public final class ActionStore {
  private static final String STEPS =
      Columns.array(Arrays.stream(Step.values()).map(Step::name).toList());

  /// Whether no earlier step of the decision holds an action up.
  private static final String HAS_TURN = """
      state = 'WAITING' and not exists (
         select from enforcement.action earlier
          where earlier.decision_id = a.decision_id
            and (earlier.role = 'UNDO') = (a.role = 'UNDO')
            and (earlier.state = 'WAITING'
                 or earlier.state = 'QUEUED' and (a.step = 'NOTIFY' or not earlier.attempted))
            and array_position(cast(:steps as text[]), earlier.step)
                < array_position(cast(:steps as text[]), a.step))
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  public ActionStore(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /// Adds actions; leaves those alone that are there.
  public void add(List<PlannedAction> actions, Instant now) {
    if (actions.isEmpty()) {
      return;
    }
    batches.batchUpdate(
        """
            /* enforcement.add */
            insert into enforcement.action (action_id, decision_id, case_id, role, of_action, step,
                kind, messenger, surface, room, account, message, target, condition, until,
                countries, text, made_at, state, outcome, reason, ended_at)
            values (:id, :decision, :case, :role, :of, :step, :kind, :messenger, :surface, :room,
                :account, :message, :target, :condition, :until, cast(:countries as text[]), :text,
                :now, :state, :outcome, :reason, :ended)
            on conflict (action_id) do nothing
            """, actions.stream().map(action -> row(action, now)).toArray(SqlParameterSource[]::new));
  }

  private static SqlParameterSource row(PlannedAction action, Instant now) {
    Subject subject = action.action().subject();
    Optional<Progress.Ended> ended = Optional.of(action.progress())
        .filter(Progress.Ended.class::isInstance)
        .map(Progress.Ended.class::cast);
    return new MapSqlParameterSource()
        .addValue("id", action.id().value())
        .addValue("decision", action.decision().value())
        .addValue("case", action.subject().value())
        .addValue("role", action.role().name())
        .addValue("of", action.of().map(ActionId::value).orElse(null))
        .addValue("step", action.step().name())
        .addValue("kind", action.kind().name())
        .addValue("messenger", subject.messenger().value())
        .addValue("surface", subject.surface().name())
        .addValue("room", text(subject.room()))
        .addValue("account", text(subject.account()))
        .addValue("message", text(subject.message()))
        .addValue("target", action.target().value())
        .addValue("condition", Condition.of(action.action()).name())
        .addValue("until", Columns.utc(action.action().until()))
        .addValue("countries", Columns.array(List.copyOf(action.action().countries())))
        .addValue("text", ended.isEmpty() ? action.action().text().orElse(null) : null)
        .addValue("now", Columns.utc(now))
        .addValue("state", ActionRows.state(action.progress()))
        .addValue("outcome", ended.map(end -> end.how().name()).orElse(null))
        .addValue("reason", ended.flatMap(Progress.Ended::reason).orElse(null))
        .addValue("ended", Columns.utc(ended.map(Progress.Ended::at)));
  }

  private static @Nullable String text(Optional<Reference> reference) {
    return reference.map(Reference::value).orElse(null);
  }

  /// Returns the measures of a decision that hold, and locks them.
  public List<PlannedAction> held(DecisionId decision) {
    return jdbc.sql("""
            /* enforcement.held */
            select * from enforcement.action
             where decision_id = :decision and role = 'MEASURE' and over_at is null
             order by number for update
            """)
        .param("decision", decision.value())
        .query((row, _) -> ActionRows.read(row))
        .list();
  }

  /// Returns measures whose time is over, but which still hold: the earliest first.
  public List<PlannedAction> timeOver(Instant now, int most) {
    return jdbc.sql("""
            /* enforcement.time_over */
            select * from enforcement.action
             where role = 'MEASURE' and over_at is null and until <= :now
             order by until, number limit :most
            """)
        .param("now", Columns.utc(now))
        .param("most", most)
        .query((row, _) -> ActionRows.read(row))
        .list();
  }

  /// Finds a measure that holds, and locks it.
  public Optional<PlannedAction> held(ActionId id) {
    return jdbc.sql("""
            /* enforcement.held_one */
            select * from enforcement.action
             where action_id = :id and role = 'MEASURE' and over_at is null for update
            """)
        .param("id", id.value())
        .query((row, _) -> ActionRows.read(row))
        .optional();
  }

  /// Notes that measures no longer hold.
  public void over(List<ActionId> measures, Instant now) {
    jdbc.sql("""
            /* enforcement.over */
            update enforcement.action set over_at = :now
             where action_id = any (cast(:ids as uuid[])) and over_at is null
            """).param("now", Columns.utc(now)).param("ids", array(measures)).update();
  }

  /// Notes that a measure is not attempted, or not attempted again.
  public void withdrawn(ActionId id, Instant now) {
    jdbc.sql("""
            /* enforcement.withdrawn */
            update enforcement.action
               set state = 'WITHDRAWN', text = null, reason = null, ended_at = :now
             where action_id = :id
            """).param("now", Columns.utc(now)).param("id", id.value()).update();
  }

  /// Notes that measures are not carried out for now, because a stronger one holds.
  public void kept(List<ActionId> measures, Instant now) {
    if (measures.isEmpty()) {
      return;
    }
    jdbc.sql("""
            /* enforcement.kept */
            update enforcement.action
               set state = 'ENDED', outcome = 'KEPT', reason = null, ended_at = :now
             where action_id = any (cast(:ids as uuid[]))
            """).param("now", Columns.utc(now)).param("ids", array(measures)).update();
  }

  /// Notes that actions are in the outbox, in this order.
  public void queued(List<ActionId> actions) {
    if (actions.isEmpty()) {
      return;
    }
    jdbc.sql("""
            /* enforcement.queued */
            update enforcement.action a
               set state = 'QUEUED', place = batch.number * 1000000 + one.place
              from unnest(cast(:ids as uuid[])) with ordinality one (id, place),
                   (select nextval('enforcement.place') as number) batch
             where a.action_id = one.id
            """).param("ids", array(actions)).update();
  }

  /// Returns the actions of decisions whose turn has come, in order.
  public List<PlannedAction> due(Collection<DecisionId> decisions) {
    return jdbc.sql("/* enforcement.due */ select a.* from enforcement.action a where "
            + " decision_id = any (cast(:decisions as uuid[])) and "
            + HAS_TURN
            + " order by number")
        .param(
            "decisions",
            Columns.array(decisions.stream().map(id -> id.value().toString()).toList()))
        .param("steps", STEPS)
        .query((row, _) -> ActionRows.read(row))
        .list();
  }

  /// Returns decisions with actions whose turn has come, but which were planned before a time.
  public List<DecisionId> late(Instant before, int most) {
    return jdbc.sql("/* enforcement.late */ select distinct decision_id from enforcement.action a"
            + " where made_at < :before and "
            + HAS_TURN
            + " limit :most")
        .param("before", Columns.utc(before))
        .param("most", most)
        .param("steps", STEPS)
        .query((row, _) -> new DecisionId(Columns.uuid(row, "decision_id")))
        .list();
  }

  private static String array(List<ActionId> ids) {
    return Columns.array(ids.stream().map(id -> id.value().toString()).toList());
  }

  /// Returns all actions of a case, in the order in which they were planned.
  public List<PlannedAction> ofCase(CaseId id) {
    return jdbc.sql("""
            /* enforcement.of_case */
            select * from enforcement.action where case_id = :case order by number
            """)
        .param("case", id.value())
        .query((row, _) -> ActionRows.read(row))
        .list();
  }
}
