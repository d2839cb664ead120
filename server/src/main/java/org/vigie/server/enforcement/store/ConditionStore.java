package org.vigie.server.enforcement.store;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.enforcement.actions.Condition;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.frame.Columns;

/// The actions that change a condition.
public final class ConditionStore {
  private final JdbcClient jdbc;

  public ConditionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Returns the measures that hold, the oldest first, without those that the messenger refused.
  ///
  /// @param entering measures whose turn has come; others that wait are left out
  public List<PlannedAction> standing(Condition condition, List<PlannedAction> entering) {
    return jdbc.sql("""
            /* enforcement.standing */
            select * from enforcement.action
             where target = :target and condition = :condition and role = 'MEASURE' and over_at is null
               and not refused and coalesce(outcome, '') not in ('UNSUPPORTED', 'DENIED')
               and (state <> 'WAITING' or action_id = any (cast(:entering as uuid[])))
             order by number
            """)
        .param("target", condition.target().value())
        .param("condition", condition.name())
        .param(
            "entering",
            Columns.array(
                entering.stream().map(one -> one.id().value().toString()).toList()))
        .query((row, _) -> ActionRows.read(row))
        .list();
  }

  /// Returns the action that was last given to the outbox, without those that were withdrawn.
  public Optional<PlannedAction> last(Condition condition) {
    return jdbc.sql("""
            /* enforcement.last */
            select * from enforcement.action
             where target = :target and condition = :condition and place is not null
               and state <> 'WITHDRAWN' and coalesce(outcome, '') <> 'KEPT'
             order by place desc limit 1
            """)
        .param("target", condition.target().value())
        .param("condition", condition.name())
        .query((row, _) -> ActionRows.read(row))
        .optional();
  }
}
