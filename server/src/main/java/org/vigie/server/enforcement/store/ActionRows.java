package org.vigie.server.enforcement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.connector.Action;
import org.vigie.connector.ActionKind;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.server.enforcement.actions.ActionId;
import org.vigie.server.enforcement.actions.Ending;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.enforcement.actions.Progress;
import org.vigie.server.enforcement.actions.Role;
import org.vigie.server.frame.Columns;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionId;

/// Rows of the table `enforcement.action`.
final class ActionRows {
  private ActionRows() {}

  static PlannedAction read(ResultSet row) throws SQLException {
    ActionId id = new ActionId(Columns.uuid(row, "action_id"));
    Optional<UUID> of = Columns.optionalUuid(row, "of_action");
    Role role = Role.valueOf(row.getString("role"));
    return new PlannedAction(
        id,
        new DecisionId(Columns.uuid(row, "decision_id")),
        new CaseId(row.getLong("case_id")),
        role,
        of.map(ActionId::new),
        action(row, id, role),
        progress(row),
        Columns.optionalInstant(row, "over_at"));
  }

  private static Action action(ResultSet row, ActionId id, Role role) throws SQLException {
    ActionKind kind = ActionKind.valueOf(row.getString("kind"));
    Optional<String> text = Columns.optionalText(row, "text");
    return new Action(
        id.key(),
        kind,
        role.direction(),
        subject(row),
        Columns.optionalInstant(row, "until"),
        Set.copyOf(Columns.texts(row, "countries")),
        // deleted once it was told
        kind == ActionKind.NOTIFY ? text.or(() -> Optional.of("")) : text);
  }

  private static Subject subject(ResultSet row) throws SQLException {
    return new Subject(
        new MessengerId(row.getString("messenger")),
        Surface.valueOf(row.getString("surface")),
        reference(row, "room"),
        reference(row, "account"),
        reference(row, "message"));
  }

  private static Optional<Reference> reference(ResultSet row, String column) throws SQLException {
    return Columns.optionalText(row, column).map(Reference::new);
  }

  private static Progress progress(ResultSet row) throws SQLException {
    String state = row.getString("state");
    return switch (state) {
      case "WAITING" -> new Progress.Waiting();
      case "QUEUED" -> new Progress.Queued(row.getBoolean("attempted"));
      case "ENDED" ->
        new Progress.Ended(
            Ending.valueOf(row.getString("outcome")),
            Columns.optionalText(row, "reason"),
            ended(row));
      case "DEAD" -> new Progress.Dead(row.getString("reason"), ended(row));
      case "WITHDRAWN" -> new Progress.Withdrawn(ended(row));
      default -> throw new IllegalStateException("an action has no such state: " + state);
    };
  }

  private static Instant ended(ResultSet row) throws SQLException {
    return Columns.instant(row, "ended_at");
  }

  /// Returns the word of a state.
  static String state(Progress progress) {
    return switch (progress) {
      case Progress.Waiting _ -> "WAITING";
      case Progress.Queued _ -> "QUEUED";
      case Progress.Ended _ -> "ENDED";
      case Progress.Dead _ -> "DEAD";
      case Progress.Withdrawn _ -> "WITHDRAWN";
    };
  }
}
