package org.vigie.server.enforcement.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.enforcement.actions.Progress;
import org.vigie.server.enforcement.store.ActionStore;
import org.vigie.server.frame.Texts;
import org.vigie.server.review.CaseAnnex;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionId;

/// Shows the actions in the messenger on the page of a case.
record CaseActions(ActionStore store) implements CaseAnnex {
  @Override
  public Optional<View> of(CaseId id, Set<DecisionId> visible, Texts texts) {
    List<Line> lines = store.ofCase(id).stream()
        .filter(action -> visible.contains(action.decision()))
        .map(action -> line(action, texts))
        .toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new View(texts.get("enforcement.case.title"), lines));
  }

  private static Line line(PlannedAction action, Texts texts) {
    ActionWords words = new ActionWords(texts);
    return new Line(
        words.name(action),
        ActionWords.tone(action),
        words.state(action),
        words.reason(action),
        endedAt(action).map(texts::moment));
  }

  private static Optional<Instant> endedAt(PlannedAction action) {
    return switch (action.progress()) {
      case Progress.Waiting _, Progress.Queued _ -> Optional.empty();
      case Progress.Ended ended -> Optional.of(ended.at());
      case Progress.Dead dead -> Optional.of(dead.at());
      case Progress.Withdrawn withdrawn -> Optional.of(withdrawn.at());
    };
  }
}
