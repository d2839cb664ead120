package org.vigie.server.enforcement.web;

import java.util.Optional;
import java.util.Set;
import org.vigie.server.enforcement.actions.Ending;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.enforcement.actions.Progress;
import org.vigie.server.enforcement.actions.Role;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.Tone;

/// Puts actions into the words of a reader.
record ActionWords(Texts texts) {
  /// The reasons that Vigie itself gives.
  private static final Set<String> OURS = Set.of("no-connector", "was-so-before");

  /// Returns the name of an action: `Ban account`.
  String name(PlannedAction action) {
    return switch (action.role()) {
      case MEASURE -> texts.get("enforcement.kind." + action.kind());
      case UNDO -> texts.get("enforcement.undo." + action.kind());
      case AGAIN -> texts.get("enforcement.again", texts.get("enforcement.kind." + action.kind()));
    };
  }

  /// Returns its progress: `Done`.
  String state(PlannedAction action) {
    return switch (action.progress()) {
      case Progress.Waiting _ -> texts.get("enforcement.state.waiting");
      case Progress.Queued(boolean attempted) ->
        texts.get("enforcement.state." + (attempted ? "failing" : "queued"));
      case Progress.Ended ended -> ended(action, ended.how());
      case Progress.Dead _ -> texts.get("enforcement.state.dead");
      case Progress.Withdrawn _ -> texts.get("enforcement.state.withdrawn");
    };
  }

  private String ended(PlannedAction action, Ending how) {
    boolean left = action.role() == Role.UNDO && (how == Ending.KEPT || how == Ending.UNSUPPORTED);
    return texts.get((left ? "enforcement.undone." : "enforcement.state.") + how);
  }

  /// Returns how pressing it is.
  static Tone tone(PlannedAction action) {
    return switch (action.progress()) {
      case Progress.Waiting _, Progress.Withdrawn _ -> Tone.NEUTRAL;
      case Progress.Queued(boolean attempted) -> attempted ? Tone.WARNING : Tone.WAITING;
      case Progress.Dead _ -> Tone.BAD;
      case Progress.Ended ended ->
        switch (ended.how()) {
          case DONE -> Tone.GOOD;
          case ALREADY, KEPT -> Tone.NEUTRAL;
          case PARTIAL, UNSUPPORTED, DENIED, GIVEN_UP -> Tone.WARNING;
        };
    };
  }

  /// Returns why, in our words where Vigie itself gives the reason, otherwise in the messenger's.
  Optional<String> reason(PlannedAction action) {
    return switch (action.progress()) {
      case Progress.Ended ended -> ended.reason().map(this::reason);
      case Progress.Dead dead -> Optional.of(dead.reason());
      case Progress.Waiting _, Progress.Queued _, Progress.Withdrawn _ -> Optional.empty();
    };
  }

  private String reason(String word) {
    return OURS.contains(word) ? texts.get("enforcement.reason." + word) : word;
  }
}
