package org.vigie.server.enforcement.actions;

import java.time.Instant;
import java.util.Optional;
import org.vigie.connector.Action;
import org.vigie.connector.ActionKind;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionId;

/// An action because of a decision.
///
/// @param of the measure that is undone or carried out again; empty for a measure itself
/// @param action as the messenger gets it
/// @param overAt since when a measure no longer holds
public record PlannedAction(
    ActionId id,
    DecisionId decision,
    CaseId subject,
    Role role,
    Optional<ActionId> of,
    Action action,
    Progress progress,
    Optional<Instant> overAt) {
  public Step step() {
    return Step.of(action.kind());
  }

  public ActionKind kind() {
    return action.kind();
  }

  /// Returns its target.
  public Target target() {
    return Target.of(action.kind(), action.subject());
  }

  /// Returns the same action with another progress.
  public PlannedAction as(Progress other) {
    return new PlannedAction(id, decision, subject, role, of, action, other, overAt);
  }

  /// Returns the action that undoes this one.
  ///
  /// @param text that the person is told, of a notification
  public PlannedAction undoing(Optional<String> text) {
    return follower(id.undoing(), Role.UNDO, text);
  }

  /// Returns a new action that carries this measure out again.
  public PlannedAction again() {
    return follower(ActionId.random(), Role.AGAIN, Optional.empty());
  }

  private PlannedAction follower(ActionId other, Role otherRole, Optional<String> text) {
    Action asked = new Action(
        other.key(),
        action.kind(),
        otherRole.direction(),
        action.subject(),
        action.until(),
        action.countries(),
        text);
    return new PlannedAction(
        other,
        decision,
        subject,
        otherRole,
        of.or(() -> Optional.of(id)),
        asked,
        new Progress.Waiting(),
        Optional.empty());
  }
}
