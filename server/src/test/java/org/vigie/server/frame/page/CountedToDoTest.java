package org.vigie.server.frame.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.vigie.server.frame.ToDo;
import org.vigie.server.frame.Waiting;

final class CountedToDoTest {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final AtomicInteger asked = new AtomicInteger();
  private final Authentication viewer = new TestingAuthenticationToken("ada", "", "read");

  private Waiting kind(
      int order, String authority, Function<Authentication, Waiting.Count> counting) {
    return new Waiting(
        order, new SimpleGrantedAuthority(authority), "kind." + order, "/a", "/a", counting);
  }

  private Waiting.Count count() {
    return Waiting.Count.of(asked.incrementAndGet());
  }

  private CountedToDo counted(Waiting... kinds) {
    return new CountedToDo(() -> List.of(kinds), now::get);
  }

  private static List<Long> numbers(List<ToDo.Item> items) {
    return items.stream().map(ToDo.Item::number).toList();
  }

  @Test
  void of_aViewer_countsOnceInFifteenSeconds() {
    CountedToDo counted = counted(kind(1, "read", _ -> count()));
    assertThat(numbers(counted.of(viewer))).containsExactly(1L);
    now.set(START.plusSeconds(14));
    assertThat(numbers(counted.of(viewer))).containsExactly(1L);
    now.set(START.plusSeconds(15));
    assertThat(numbers(counted.of(viewer))).containsExactly(2L);
  }

  @Test
  void now_andAnAct_countAgain() {
    CountedToDo counted = counted(kind(1, "read", _ -> count()));
    assertThat(numbers(counted.now(viewer))).containsExactly(1L);
    assertThat(numbers(counted.now(viewer))).containsExactly(2L);
    assertThat(numbers(counted.of(viewer))).as("as the first page said").containsExactly(2L);
    counted.forget(viewer);
    assertThat(numbers(counted.of(viewer))).containsExactly(3L);
  }

  @Test
  void kinds_thatTheViewerMayNotDo_areNotCounted() {
    CountedToDo counted = counted(kind(2, "write", _ -> count()), kind(1, "read", _ -> count()));
    assertThat(counted.of(viewer)).hasSize(1);
    Authentication both = new TestingAuthenticationToken("bo", "", "read", "write");
    assertThat(counted.of(both)).extracting(item -> item.what().order()).containsExactly(1, 2);
    Authentication less = new TestingAuthenticationToken("bo", "", "write");
    assertThat(counted.of(less)).as("roles count at once").hasSize(1);
  }

  @Test
  void count_thatFails_isMissingAndHidesNoOther() {
    CountedToDo counted = counted(
        kind(1, "read", _ -> {
          throw new IllegalStateException("broken");
        }),
        kind(2, "read", _ -> count()));
    assertThat(counted.of(viewer))
        .extracting(ToDo.Item::count)
        .containsExactly(Optional.empty(), Optional.of(Waiting.Count.of(1)));
  }

  @Test
  void database_thatDoesNotAnswer_isAskedOnce() {
    Function<Authentication, Waiting.Count> silent = _ -> {
      asked.incrementAndGet();
      throw new DataAccessResourceFailureException(
          "no connection", new SQLTransientConnectionException());
    };
    CountedToDo counted = counted(kind(1, "read", silent), kind(2, "read", silent));
    assertThat(counted.of(viewer)).allMatch(item -> item.count().isEmpty());
    assertThat(asked).hasValue(1);
  }
}
