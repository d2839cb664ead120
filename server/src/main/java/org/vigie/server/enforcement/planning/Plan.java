package org.vigie.server.enforcement.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.connector.Action;
import org.vigie.connector.ActionKind;
import org.vigie.connector.Subject;
import org.vigie.server.enforcement.actions.ActionId;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.enforcement.actions.Progress;
import org.vigie.server.enforcement.actions.Role;
import org.vigie.server.enforcement.actions.Target;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Measure;
import org.vigie.server.review.Decision;

/// The actions that a decision calls for.
///
/// | Measure | Actions |
/// | --- | --- |
/// | `label`, `age-restrict`, `demote` | the same, for each message |
/// | `quarantine` | the media, then the message, for each message |
/// | `quarantine-and-pause-account` | as `quarantine`, and the account is paused |
/// | `suspend`, `ban` | the account, or the room |
///
/// The account is notified if anything acts. A measure whose target the case does not name, such
/// as a ban of an unknown account, has no action.
final class Plan {
  private final Decision decision;
  private final Subject subject;
  private final List<Subject> messages;
  private final Set<PlannedAction> actions = new LinkedHashSet<>();

  private Plan(Decision decision, Subject subject, List<Subject> messages) {
    this.decision = decision;
    this.subject = subject;
    this.messages = messages;
  }

  /// Returns the actions, in the order of their steps; none if nothing acts.
  ///
  /// @param subject of the case
  /// @param messages all messages of the case
  /// @param text that the person is told
  static List<PlannedAction> of(
      Decision decision, Subject subject, List<Subject> messages, String text) {
    Plan plan = new Plan(decision, subject, messages);
    List<Measure> acting = decision.verdict().acting();
    acting.forEach(plan::add);
    if (!acting.isEmpty()) {
      plan.add(ActionKind.NOTIFY, subject, Set.of(), Optional.empty(), Optional.of(text));
    }
    List<PlannedAction> inOrder = new ArrayList<>(plan.actions);
    inOrder.sort((one, other) -> one.step().compareTo(other.step()));
    return List.copyOf(inOrder);
  }

  private void add(Measure measure) {
    switch (measure) {
      case Measure.OnContent content -> onContent(content);
      case Measure.OnAccount account ->
        add(restriction(account, ActionKind.SUSPEND_ACCOUNT, ActionKind.BAN_ACCOUNT), account);
      case Measure.OnRoom room ->
        add(restriction(room, ActionKind.SUSPEND_ROOM, ActionKind.CLOSE_ROOM), room);
    }
  }

  private static ActionKind restriction(Measure measure, ActionKind timed, ActionKind endless) {
    return measure.isTerminal() ? endless : timed;
  }

  private void onContent(Measure.OnContent content) {
    for (Subject message : messages) {
      kinds(content.kind()).forEach(kind -> add(kind, message, content));
    }
    if (content.kind() == ContentMeasure.QUARANTINE_AND_PAUSE_ACCOUNT) {
      add(ActionKind.PAUSE_ACCOUNT, content);
    }
  }

  private static List<ActionKind> kinds(ContentMeasure measure) {
    return switch (measure) {
      case NONE -> List.of();
      case LABEL -> List.of(ActionKind.LABEL_MESSAGE);
      case AGE_RESTRICT -> List.of(ActionKind.AGE_RESTRICT_MESSAGE);
      case DEMOTE -> List.of(ActionKind.DEMOTE_MESSAGE);
      case QUARANTINE, QUARANTINE_AND_PAUSE_ACCOUNT ->
        List.of(ActionKind.QUARANTINE_MEDIA, ActionKind.REMOVE_MESSAGE);
    };
  }

  private void add(ActionKind kind, Measure measure) {
    add(kind, subject, measure);
  }

  private void add(ActionKind kind, Subject where, Measure measure) {
    Optional<Instant> until =
        measure.duration().map((Duration length) -> decision.finalAt().plus(length));
    add(kind, where, measure.where().countries(), until, Optional.empty());
  }

  private void add(
      ActionKind kind,
      Subject where,
      Set<String> countries,
      Optional<Instant> until,
      Optional<String> text) {
    if (Action.target(kind, where).isPresent()) {
      ActionId id = ActionId.ofMeasure(decision.id(), kind, Target.of(kind, where));
      actions.add(new PlannedAction(
          id,
          decision.id(),
          decision.subject(),
          Role.MEASURE,
          Optional.empty(),
          new Action(id.key(), kind, Role.MEASURE.direction(), where, until, countries, text),
          new Progress.Waiting(),
          Optional.empty()));
    }
  }
}
