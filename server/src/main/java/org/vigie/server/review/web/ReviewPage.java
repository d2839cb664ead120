package org.vigie.server.review.web;

import java.util.List;
import java.util.Optional;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Moment;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Pager;
import org.vigie.server.review.queueing.QueueState;

/// The queues, the cases that the person holds, and the cases that a filter finds.
///
/// @param undoable the decision that the person has just made and can take back
/// @param kept the filters that the person gave a name
/// @param within the filter, for the next case
/// @param corrections the requests to correct a decision that the person may answer
/// @param dangers the cases that wait and in which somebody's life is in danger
public record ReviewPage(
    Frame frame,
    List<QueueRow> queues,
    List<CaseRow> held,
    FilterForm filter,
    Choices choices,
    List<CaseRow> cases,
    Pager pager,
    Optional<Undo> undoable,
    List<KeptRow> kept,
    Within within,
    Chips chips,
    long corrections,
    long dangers)
    implements Page {
  public ReviewPage {
    queues = List.copyOf(queues);
    held = List.copyOf(held);
    cases = List.copyOf(cases);
    kept = List.copyOf(kept);
  }

  /// Returns whether the viewer decides cases; others only read.
  public boolean mayDecide() {
    return Viewer.may(Permission.CASES_DECIDE);
  }

  /// A queue in words.
  ///
  /// @param within the filter for its next case
  public record QueueRow(
      String name,
      String title,
      String waiting,
      String held,
      Moment oldest,
      Optional<Moment> due,
      Within within) {}

  static QueueRow row(QueueState queue, Words words) {
    return new QueueRow(
        queue.name().value(),
        words.queue(queue.name()),
        words.texts().number(queue.waiting()),
        words.texts().number(queue.held()),
        words.texts().moment(queue.oldest(), words.now()),
        queue.due().map(due -> words.texts().moment(due, words.now())),
        Within.of("queue=" + queue.name().value()));
  }

  /// A filter with a name.
  public record KeptRow(String name, String address) {}

  /// The choices of the filter.
  ///
  /// @param messengers empty where there is only one
  public record Choices(
      List<Choice> queues,
      List<Choice> states,
      List<Choice> categories,
      List<Choice> messengers,
      List<Choice> orders) {
    public Choices {
      queues = List.copyOf(queues);
      states = List.copyOf(states);
      categories = List.copyOf(categories);
      messengers = List.copyOf(messengers);
      orders = List.copyOf(orders);
    }
  }
}
