package org.vigie.server.frame.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.vigie.server.frame.DatabaseOutage;
import org.vigie.server.frame.ToDo;
import org.vigie.server.frame.Waiting;

/// Keeps the to-do list of each person for [#KEPT], so that most pages ask the database nothing
/// more.
public final class CountedToDo implements ToDo {
  static final Duration KEPT = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(CountedToDo.class);
  private static final int MOST_KEPT = 1_000;

  private final Supplier<List<Waiting>> kinds;
  private final InstantSource clock;
  private final Map<Object, Kept> kept = new ConcurrentHashMap<>();

  /// @param kinds asked for when a page is written, as their modules need more than the frame does
  public CountedToDo(Supplier<List<Waiting>> kinds, InstantSource clock) {
    this.kinds = kinds;
    this.clock = clock;
  }

  private record Kept(List<Item> items, Instant until) {}

  @Override
  public List<Item> of(Authentication viewer) {
    Kept found = kept.get(key(viewer));
    return found != null && clock.instant().isBefore(found.until())
        ? found.items().stream().filter(item -> mayDo(viewer, item.what())).toList()
        : now(viewer);
  }

  @Override
  public List<Item> now(Authentication viewer) {
    List<Item> items = counted(viewer);
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    kept.put(key(viewer), new Kept(items, clock.instant().plus(KEPT)));
    return items;
  }

  /// Counts again on the next page of a viewer.
  void forget(Authentication viewer) {
    kept.remove(key(viewer));
  }

  private static Object key(Authentication viewer) {
    return Objects.requireNonNullElse(viewer.getPrincipal(), viewer.getName());
  }

  /// Stops asking a database that does not answer, as each attempt takes seconds.
  private List<Item> counted(Authentication viewer) {
    List<Item> items = new ArrayList<>();
    boolean answers = true;
    for (Waiting kind : kinds.get()) {
      if (mayDo(viewer, kind)) {
        Answer answer = answers ? count(kind, viewer) : Answer.SILENCE;
        answers = answer.more();
        items.add(new Item(kind, answer.count()));
      }
    }
    items.sort(Comparator.comparingInt(item -> item.what().order()));
    return List.copyOf(items);
  }

  /// @param more whether the database can be asked more
  private record Answer(Optional<Waiting.Count> count, boolean more) {
    static final Answer SILENCE = new Answer(Optional.empty(), false);
  }

  /// A page is more than its numbers: a count that fails is logged, and missing.
  private static Answer count(Waiting kind, Authentication viewer) {
    try {
      return new Answer(Optional.of(kind.counting().apply(viewer)), true);
    } catch (RuntimeException e) {
      LOG.atWarn()
          .setMessage("waiting work not counted")
          .addKeyValue("kind", kind.textKey())
          .setCause(e)
          .log();
      return new Answer(Optional.empty(), !DatabaseOutage.isCauseOf(e));
    }
  }

  private static boolean mayDo(Authentication viewer, Waiting kind) {
    return viewer.getAuthorities().stream()
        .anyMatch(held -> Objects.equals(held.getAuthority(), kind.authority().getAuthority()));
  }
}
