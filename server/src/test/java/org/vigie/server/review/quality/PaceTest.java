package org.vigie.server.review.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.server.access.PersonId;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.QueueName;

/// How long cases take until people have decided them.
@Tag("slow")
final class PaceTest {
  private static final PersonId ANNA = ReviewWorld.person(1);
  private static final ReviewWorld WORLD = new ReviewWorld();

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @Test
  void paces_ofTenCases_areThoseOfTheFifthAndTheNinth() {
    Instant since = WORLD.now();
    List<CaseId> opened = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      opened.add(WORLD.open(ReviewWorld.PETTY));
    }
    WORLD.open(ReviewWorld.GRAVE);
    for (CaseId id : opened) {
      WORLD.pass(Duration.ofHours(1));
      WORLD.decideFinally(ANNA, id, new Verdict.NoViolation());
    }

    List<Pace> paces = WORLD.quality.paces(since);

    assertThat(paces).extracting(Pace::queue).containsExactly(new QueueName("low"));
    assertThat(paces).extracting(Pace::decided).containsExactly(10L);
    assertThat(paces.getFirst().half()).isBetween(Duration.ofHours(5), Duration.ofMinutes(310));
    assertThat(paces.getFirst().most()).isBetween(Duration.ofHours(9), Duration.ofMinutes(550));
    assertThat(WORLD.quality.paces(WORLD.now().plus(Duration.ofDays(1)))).isEmpty();
  }
}
