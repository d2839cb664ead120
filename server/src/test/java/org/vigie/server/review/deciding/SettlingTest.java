package org.vigie.server.review.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.server.access.PersonId;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.CaseState;

/// Decisions that cannot take effect, and those behind them.
@Tag("slow")
final class SettlingTest {
  /// More than are looked up at once.
  private static final int MANY = 203;

  private static final PersonId ANNA = ReviewWorld.person(1);
  private static final ReviewWorld WORLD = new ReviewWorld();

  private final Set<CaseId> poisoned = new HashSet<>();
  private final Settling settling =
      new Settling(WORLD.finalisation((decided, _) -> tell(decided.id())), WORLD::now);

  private void tell(CaseId id) {
    if (poisoned.contains(id)) {
      throw new IllegalStateException("a reporter cannot be told");
    }
  }

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void empty() {
    WORLD.empty();
  }

  private CaseId decided() {
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    WORLD.decide(ANNA, id, new Verdict.NoViolation());
    return id;
  }

  private long waiting() {
    return WORLD
        .jdbc
        .sql("select count(*) from review.review_case where state = 'PENDING'")
        .query(Long.class)
        .single();
  }

  @Test
  void decision_behindManyThatFail_takesEffect_andTheyDoOnceTheirCauseIsGone() {
    for (int i = 0; i < MANY; i++) {
      poisoned.add(decided());
    }
    WORLD.pass(Duration.ofSeconds(1));
    CaseId good = decided();
    WORLD.pass(Duration.ofSeconds(10));

    settling.step();
    settling.step();
    assertThat(WORLD.get(good).state()).isEqualTo(CaseState.DECIDED);
    assertThat(waiting()).isEqualTo(MANY);
    assertThat(WORLD.pages().overdueDecisions()).as("not for long yet").isZero();
    WORLD.pass(Duration.ofMinutes(1));
    assertThat(WORLD.pages().overdueDecisions()).isEqualTo(MANY);
    settling.step();
    settling.step();
    assertThat(waiting()).as("tried again, in vain").isEqualTo(MANY);

    poisoned.clear();
    settling.step();
    assertThat(waiting()).as("they rest").isEqualTo(MANY);
    WORLD.pass(Duration.ofMinutes(10));
    settling.step();
    settling.step();
    assertThat(waiting()).isZero();
    assertThat(WORLD.pages().overdueDecisions()).isZero();
  }

  @Test
  void decision_thatFails_restsTwiceAsLongEachTime() {
    CaseId bad = decided();
    poisoned.add(bad);
    WORLD.pass(Duration.ofSeconds(10));
    settling.step();
    WORLD.pass(Duration.ofSeconds(1));
    settling.step();
    poisoned.clear();

    WORLD.pass(Duration.ofMillis(1_999));
    settling.step();
    assertThat(WORLD.get(bad).state()).isEqualTo(CaseState.PENDING);
    WORLD.pass(Duration.ofMillis(1));
    settling.step();
    assertThat(WORLD.get(bad).state()).isEqualTo(CaseState.DECIDED);
  }
}
