package org.vigie.server.review.web;

import java.util.List;
import java.util.Optional;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Pager;
import org.vigie.server.review.QueueState;

/// The queues, what the person holds, and the cases that a filter finds.
///
/// @param undoable the decision that the person has just made and can take back
public record ReviewPage(
    Frame frame,
    List<QueueRow> queues,
    List<CaseRow> held,
    Filter filter,
    Choices choices,
    List<CaseRow> cases,
    Pager pager,
    Optional<String> undoable)
    implements Page {
  public ReviewPage {
    queues = List.copyOf(queues);
    held = List.copyOf(held);
    cases = List.copyOf(cases);
  }

  /// A queue in words.
  public record QueueRow(
      String name, String title, String waiting, String held, String oldest, String due) {}

  static QueueRow row(QueueState queue, Words words) {
    return new QueueRow(
        queue.name().value(),
        words.queue(queue.name()),
        words.texts().number(queue.waiting()),
        words.texts().number(queue.held()),
        words.texts().time(queue.oldest()),
        Words.orDash(queue.due().map(words.texts()::time)));
  }

  /// What the person filters by, as they chose it.
  public record Filter(String queue, String state, String category, String account) {}

  /// What the filter offers.
  public record Choices(List<Choice> queues, List<Choice> states, List<Choice> categories) {
    public Choices {
      queues = List.copyOf(queues);
      states = List.copyOf(states);
      categories = List.copyOf(categories);
    }
  }
}
