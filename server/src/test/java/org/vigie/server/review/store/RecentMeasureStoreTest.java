package org.vigie.server.review.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.connector.Surface;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.RecentMeasures.Tally;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.Verdict;

/// The measures of recent decisions, counted.
@Tag("slow")
final class RecentMeasureStoreTest {
  @Test
  void decisions_ofACategory_areCountedByRevisionSurfaceAndMeasure() {
    try (ReviewWorld world = new ReviewWorld()) {
      RecentMeasureStore store = new RecentMeasureStore(world.jdbc);
      for (int number = 0; number < 3; number++) {
        decide(world, ReviewWorld.violation(ReviewWorld.PETTY));
      }
      decide(world, new Verdict.NoViolation());
      world.jdbc.sql("update review.decision set state = 'FINAL'").update();

      Tally expected = new Tally(
          ReviewWorld.POLICY.revision(), Surface.PUBLIC, Optional.of(ContentMeasure.QUARANTINE), 3);
      assertThat(store
              .since(ReviewWorld.PETTY, world.now().minus(Duration.ofDays(30)))
              .tallies())
          .containsExactly(expected);
      assertThat(store.since(ReviewWorld.PETTY, world.now().plusSeconds(1)).tallies())
          .isEmpty();
      assertThat(store
              .since(ReviewWorld.GRAVE, world.now().minus(Duration.ofDays(30)))
              .tallies())
          .isEmpty();
    }
  }

  private static void decide(ReviewWorld world, Verdict verdict) {
    CaseId id = world.open(ReviewWorld.PETTY);
    world.desk.claim(ReviewWorld.person(1), id);
    world.decide(ReviewWorld.person(1), id, verdict);
  }
}
