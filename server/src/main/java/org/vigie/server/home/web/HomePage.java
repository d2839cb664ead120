package org.vigie.server.home.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.server.frame.Alarm;
import org.vigie.server.frame.FirstStep;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.ToDo;
import org.vigie.server.frame.Waiting;

/// The first page: what waits for the viewer, open steps, and panels.
///
/// @param alarms about matters that may not wait
/// @param tasks the most urgent first
/// @param steps open steps of a new installation; empty once all are done
public record HomePage(
    Frame frame,
    List<Alarm.View> alarms,
    List<Task> tasks,
    List<HomePanel.View> panels,
    List<Step> steps)
    implements Page {
  private static final int MOST_KEYS = 9;

  public HomePage {
    alarms = List.copyOf(alarms);
    tasks = List.copyOf(tasks);
    panels = List.copyOf(panels);
    steps = List.copyOf(steps);
  }

  /// Returns the key that leads to the work, a digit; null after the ninth.
  public @Nullable String key(Task task) {
    int place = tasks.indexOf(task) + 1;
    return place > MOST_KEYS ? null : Integer.toString(place);
  }

  /// Work of one kind that waits.
  ///
  /// @param due says when the first of it is due
  /// @param late whether that is over, or nearly so
  /// @param act the words of its button
  public record Task(
      String sentence, Optional<String> due, boolean late, String act, String address) {
    private static final Duration NEARLY = Duration.ofHours(1);

    /// A kind that could not be counted stays in the list, as some of it may wait.
    static Task of(ToDo.Item item, Texts texts, Instant now) {
      String key = item.what().textKey();
      Optional<Instant> due = item.count().flatMap(Waiting.Count::due);
      return new Task(
          item.count()
              .map(count -> sentence(count, key, texts))
              .orElseGet(() -> texts.get("home.todo.uncounted")),
          due.map(at -> texts.get(key + ".due", texts.distance(at, now))),
          due.filter(at -> at.isBefore(now.plus(NEARLY))).isPresent(),
          texts.get(key + ".act"),
          item.what().address());
    }

    private static String sentence(Waiting.Count count, String key, Texts texts) {
      long shown = Math.min(count.number(), Waiting.MOST);
      return count.number() > Waiting.MOST
          ? texts.get("home.todo.more-than", texts.get(key, shown))
          : texts.get(key, shown);
    }
  }

  /// One step.
  ///
  /// @param address where the viewer can do it; empty if it is done or not theirs to do
  public record Step(String title, String text, boolean done, Optional<String> address) {
    static Step of(FirstStep step, Texts texts, boolean allowed) {
      boolean done = step.isDone();
      return new Step(
          texts.get(step.textKey() + ".title"),
          texts.get(step.textKey() + ".text"),
          done,
          Optional.of(step.address()).filter(address -> allowed && !done));
    }
  }
}
