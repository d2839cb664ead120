package org.vigie.server.enforcement.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.enforcement.actions.ActionId;
import org.vigie.server.enforcement.actions.Condition;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.frame.Columns;

/// Reads the actions that change conditions.
public final class ConditionStore {
  private final JdbcClient jdbc;

  public ConditionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The actions that matter for a condition.
  ///
  /// @param standing the measures that hold, the oldest first, without those that the messenger
  ///     refused
  /// @param last the action that was last given to the outbox, if it was not withdrawn
  public record Found(List<PlannedAction> standing, Optional<PlannedAction> last) {
    private static final Found NOTHING = new Found(List.of(), Optional.empty());

    public Found {
      standing = List.copyOf(standing);
    }
  }

  private record Row(PlannedAction action, boolean standing, boolean last) {}

  /// Reads conditions.
  ///
  /// @param entering measures whose turn has come; others that wait are left out
  public Map<Condition, Found> read(
      Collection<Condition> conditions, Collection<ActionId> entering) {
    Map<Condition, List<Row>> rows = rows(conditions, entering).stream()
        .collect(Collectors.groupingBy(row -> Condition.of(row.action().action())));
    Map<Condition, Found> found = new LinkedHashMap<>();
    conditions.forEach(
        condition -> found.put(condition, found(rows.getOrDefault(condition, List.of()))));
    return found;
  }

  private static Found found(List<Row> rows) {
    return rows.isEmpty()
        ? Found.NOTHING
        : new Found(
            rows.stream().filter(Row::standing).map(Row::action).toList(),
            rows.stream().filter(Row::last).map(Row::action).findFirst());
  }

  private List<Row> rows(Collection<Condition> conditions, Collection<ActionId> entering) {
    return jdbc.sql("""
            /* enforcement.conditions */
            select * from (
               select a.*,
                      role = 'MEASURE' and over_at is null and not refused
                        and coalesce(outcome, '') not in ('UNSUPPORTED', 'DENIED')
                        and (state <> 'WAITING' or action_id = any (cast(:entering as uuid[])))
                        as standing,
                      coalesce(place = max(place)
                          filter (where state <> 'WITHDRAWN' and coalesce(outcome, '') <> 'KEPT')
                          over (partition by target, condition), false) as last
                 from enforcement.action a
                where (target, condition) in
                      (select * from unnest(cast(:targets as text[]), cast(:names as text[])))
               ) rows
             where standing or last order by number
            """)
        .param(
            "entering",
            Columns.array(entering.stream().map(id -> id.value().toString()).toList()))
        .param(
            "targets",
            conditions.stream().map(condition -> condition.target().value()).toArray(String[]::new))
        .param("names", conditions.stream().map(Condition::name).toArray(String[]::new))
        .query((row, _) ->
            new Row(ActionRows.read(row), row.getBoolean("standing"), row.getBoolean("last")))
        .list();
  }
}
