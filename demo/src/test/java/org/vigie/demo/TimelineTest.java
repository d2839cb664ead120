package org.vigie.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimelineTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void happenings_plannedInAnyOrder_happenInTimeAndSeeTheirOwnMoment() {
    TownClock clock = new TownClock();
    List<String> seen = new ArrayList<>();
    Timeline timeline = new Timeline();
    timeline.plan(NOON.plusSeconds(2), () -> seen.add("late " + clock.instant()));
    timeline.plan(NOON, () -> seen.add("first " + clock.instant()));
    timeline.plan(NOON, () -> seen.add("second " + clock.instant()));

    timeline.happen(clock);

    assertThat(seen)
        .containsExactly("first " + NOON, "second " + NOON, "late " + NOON.plusSeconds(2));
    clock.release();
    assertThat(Duration.between(clock.instant(), Instant.now())).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void moments_ofFourMonths_areEvenAndEndNow() {
    FourMonths months = new FourMonths(NOON);

    assertThat(months.moment(0, 4)).isEqualTo(months.begin());
    assertThat(months.moment(1, 4)).isEqualTo(NOON.minus(Duration.ofDays(90)));
    assertThat(months.moment(4, 4)).isEqualTo(NOON);
  }
}
