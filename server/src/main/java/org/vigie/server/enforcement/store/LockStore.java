package org.vigie.server.enforcement.store;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.enforcement.actions.ActionId;
import org.vigie.server.enforcement.actions.Target;
import org.vigie.server.frame.Columns;
import org.vigie.server.review.DecisionId;

/// Locks that last until the end of a transaction: of decisions, so that each is planned, undone
/// and carried on by one transaction at a time, and of targets, so that each changes in one at a
/// time.
///
/// Decisions are locked before targets, and both in one order, so that no two transactions wait for
/// each other.
public final class LockStore {
  /// Targets share few locks, because PostgreSQL has memory for a limited number.
  private static final int LOCKS = 1_024;

  private final JdbcClient jdbc;

  public LockStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Locks a decision.
  public void lock(DecisionId id) {
    lock(List.of(name(id)));
  }

  /// Locks targets.
  public void lock(Collection<Target> targets) {
    lock(names(targets.stream()).toList());
  }

  /// Locks a decision and the targets of its actions.
  public void lockWhole(DecisionId id) {
    lock(id);
    lock(jdbc.sql("""
            /* enforcement.targets_of_decision */
            select distinct target from enforcement.action where decision_id = :decision
            """)
        .param("decision", id.value())
        .query((row, _) -> new Target(row.getString("target")))
        .list());
  }

  /// Locks the decisions of actions, and all targets of these decisions.
  public void lockWhole(Collection<ActionId> actions) {
    record Part(DecisionId decision, Target target) {}

    List<Part> parts = jdbc.sql("""
            /* enforcement.targets_of_actions */
            select distinct decision_id, target from enforcement.action
             where decision_id in (select decision_id from enforcement.action
                                    where action_id = any (cast(:ids as uuid[])))
            """)
        .param(
            "ids",
            Columns.array(actions.stream().map(id -> id.value().toString()).toList()))
        .query((row, _) -> new Part(
            new DecisionId(Columns.uuid(row, "decision_id")), new Target(row.getString("target"))))
        .list();
    Stream<String> decisions = parts.stream().map(Part::decision).map(LockStore::name);
    lock(Stream.concat(decisions.distinct().sorted(), names(parts.stream().map(Part::target)))
        .toList());
  }

  private static String name(DecisionId id) {
    return "enforcement decision " + id.value();
  }

  private static Stream<String> names(Stream<Target> targets) {
    return targets
        .map(target -> Math.floorMod(target.value().hashCode(), LOCKS))
        .distinct()
        .sorted()
        .map(number -> "enforcement target " + number);
  }

  /// Takes locks one after another.
  private void lock(List<String> names) {
    jdbc.sql("""
            /* enforcement.lock */
            select count(pg_advisory_xact_lock(hashtextextended(name, 7)))
              from unnest(cast(:names as text[])) name
            """).param("names", names.toArray(String[]::new)).query(Long.class).single();
  }
}
