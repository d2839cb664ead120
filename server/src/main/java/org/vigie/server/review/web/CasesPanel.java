package org.vigie.server.review.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.vigie.server.access.Permission;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.Tone;
import org.vigie.server.review.queueing.QueueState;
import org.vigie.server.review.queueing.Queues;

/// The number of open cases, and whether a deadline is near.
record CasesPanel(Queues queues) implements HomePanel {
  @Override
  public int order() {
    return 10;
  }

  @Override
  public GrantedAuthority authority() {
    return Permission.CASES_READ;
  }

  @Override
  public View view(Texts texts) {
    List<QueueState> states = queues.states();
    return new View(
        texts.get("review.panel.title"),
        List.of(
            figure(states.stream().mapToLong(QueueState::waiting).sum(), "waiting", texts),
            figure(states.stream().mapToLong(QueueState::held).sum(), "held", texts)),
        states.stream()
            .flatMap(queue -> queue.due().stream())
            .min(Comparator.naturalOrder())
            .map(due -> new State(Tone.WARNING, texts.get("review.panel.due", texts.time(due))))
            .stream()
            .toList(),
        Optional.of(new Link(texts.get("review.panel.link"), "/review")));
  }

  private static Figure figure(long count, String what, Texts texts) {
    return new Figure(texts.number(count), texts.get("review.panel." + what));
  }
}
