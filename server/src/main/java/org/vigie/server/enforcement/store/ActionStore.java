package org.vigie.server.enforcement.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.server.enforcement.actions.ActionId;
import org.vigie.server.enforcement.actions.Condition;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.enforcement.actions.Progress;
import org.vigie.server.enforcement.actions.Step;
import org.vigie.server.enforcement.actions.Target;
import org.vigie.server.frame.Columns;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionId;

/// Actions, from their plan to their end.
public final class ActionStore {
  private static final String STEPS =
      Columns.array(Arrays.stream(Step.values()).map(Step::name).toList());

  private static final int LOCKS = 64;

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

  public ActionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Locks a decision until the end of the transaction, so that it is planned and undone in order.
  public void lock(DecisionId id) {
    lock("decision " + id.value());
  }

  /// Locks the decisions of actions until the end of the transaction; returns them.
  public List<DecisionId> lockDecisions(Collection<ActionId> actions) {
    List<DecisionId> decisions = jdbc.sql("""
            /* enforcement.decisions */
            select distinct decision_id from enforcement.action
             where action_id = any (cast(:ids as uuid[])) order by decision_id
            """)
        .param("ids", array(actions.stream().map(ActionId::value).toList()))
        .query((row, _) -> new DecisionId(Columns.uuid(row, "decision_id")))
        .list();
    decisions.forEach(this::lock);
    return decisions;
  }

  /// Locks the targets of decisions until the end of the transaction.
  public void lockTargets(Collection<DecisionId> decisions) {
    lock(jdbc
        .sql("""
            /* enforcement.targets */
            select distinct target from enforcement.action
             where decision_id = any (cast(:decisions as uuid[]))
            """)
        .param("decisions", array(decisions.stream().map(DecisionId::value).toList()))
        .query((row, _) -> new Target(row.getString("target")))
        .list()
        .stream());
  }

  /// Locks targets until the end of the transaction, so that each changes in one transaction at a
  /// time. Decisions are locked before targets. Targets share few locks, as PostgreSQL has memory
  /// for a limited number.
  public void lock(Stream<Target> targets) {
    targets
        .map(target -> Math.floorMod(target.value().hashCode(), LOCKS))
        .distinct()
        .sorted()
        .forEach(number -> lock("target " + number));
  }

  private void lock(String name) {
    jdbc.sql("""
            /* enforcement.lock */
            select true from (select pg_advisory_xact_lock(hashtextextended(:name, 7))) locked
            """).param("name", "enforcement " + name).query(Boolean.class).single();
  }

  /// Adds actions; leaves those alone that are there.
  public void add(List<PlannedAction> actions, Instant now) {
    actions.forEach(action -> add(action, now));
  }

  private void add(PlannedAction action, Instant now) {
    Subject subject = action.action().subject();
    Optional<Progress.Ended> ended = Optional.of(action.progress())
        .filter(Progress.Ended.class::isInstance)
        .map(Progress.Ended.class::cast);
    jdbc.sql("""
            /* enforcement.add */
            insert into enforcement.action (action_id, decision_id, case_id, role, of_action, step,
                kind, messenger, surface, room, account, message, target, condition, until, countries,
                text, made_at, state, outcome, reason, ended_at)
            values (:id, :decision, :case, :role, :of, :step,
                :kind, :messenger, :surface, :room, :account, :message, :target, :condition, :until,
                cast(:countries as text[]), :text, :now, :state, :outcome, :reason, :ended)
            on conflict (action_id) do nothing
            """)
        .param("id", action.id().value())
        .param("decision", action.decision().value())
        .param("case", action.subject().value())
        .param("role", action.role().name())
        .param("of", action.of().map(ActionId::value).orElse(null))
        .param("step", action.step().name())
        .param("kind", action.kind().name())
        .param("messenger", subject.messenger().value())
        .param("surface", subject.surface().name())
        .param("room", text(subject.room()))
        .param("account", text(subject.account()))
        .param("message", text(subject.message()))
        .param("target", action.target().value())
        .param("condition", Condition.of(action.action()).name())
        .param("until", Columns.utc(action.action().until()))
        .param("countries", Columns.array(List.copyOf(action.action().countries())))
        .param("text", ended.isEmpty() ? action.action().text().orElse(null) : null)
        .param("now", Columns.utc(now))
        .param("state", ActionRows.state(action.progress()))
        .param("outcome", ended.map(end -> end.how().name()).orElse(null))
        .param("reason", ended.flatMap(Progress.Ended::reason).orElse(null))
        .param("ended", Columns.utc(ended.map(Progress.Ended::at)))
        .update();
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
            """)
        .param("now", Columns.utc(now))
        .param("ids", array(measures.stream().map(ActionId::value).toList()))
        .update();
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

  /// Notes that a measure is not carried out for now, because a stronger one holds.
  public void kept(ActionId id, Instant now) {
    jdbc.sql("""
            /* enforcement.kept */
            update enforcement.action
               set state = 'ENDED', outcome = 'KEPT', reason = null, ended_at = :now
             where action_id = :id
            """).param("now", Columns.utc(now)).param("id", id.value()).update();
  }

  /// Notes that an action is in the outbox.
  public void queued(ActionId id) {
    jdbc.sql("""
            /* enforcement.queued */
            update enforcement.action
               set state = 'QUEUED', place = nextval('enforcement.place')
             where action_id = :id
            """).param("id", id.value()).update();
  }

  /// Returns the actions of decisions whose turn has come, in order.
  public List<PlannedAction> due(Collection<DecisionId> decisions) {
    return jdbc.sql("/* enforcement.due */ select a.* from enforcement.action a where "
            + " decision_id = any (cast(:decisions as uuid[])) and "
            + HAS_TURN
            + " order by number")
        .param("decisions", array(decisions.stream().map(DecisionId::value).toList()))
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

  private static String array(List<UUID> ids) {
    return Columns.array(ids.stream().map(UUID::toString).toList());
  }

  /// Stores how an action ended, unless it was withdrawn meanwhile; returns it as it is then.
  ///
  /// What the messenger had already is done by us if an earlier attempt may have acted, or
  /// another of our measures made it so.
  ///
  /// @param attempted whether there was an earlier attempt
  public Optional<PlannedAction> ended(ActionId id, Progress.Ended ended, boolean attempted) {
    return jdbc.sql("""
            /* enforcement.ended */
            update enforcement.action a
               set state = 'ENDED', text = null, reason = :reason, ended_at = :at,
                   outcome = case when :outcome = 'ALREADY' and (attempted or :attempted or exists (
                                       select from enforcement.action other
                                        where other.target = a.target and other.kind = a.kind
                                          and other.action_id <> a.action_id
                                          and other.outcome in ('DONE', 'PARTIAL')))
                                  then 'DONE' else :outcome end
             where action_id = :id and state in ('QUEUED', 'DEAD')
            returning *
            """)
        .param("reason", ended.reason().orElse(null))
        .param("at", Columns.utc(ended.at()))
        .param("outcome", ended.how().name())
        .param("attempted", attempted)
        .param("id", id.value())
        .query((row, _) -> ActionRows.read(row))
        .optional();
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
  public long dead(int most) {
    return jdbc.sql("""
            /* enforcement.count_dead */
            select count(*) from
              (select from enforcement.action where state = 'DEAD' limit :most) dead
            """).param("most", most).query(Long.class).single();
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
