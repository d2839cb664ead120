package org.vigie.server.review.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.connector.Surface;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.ReviewWorld;

/// How urgent a case is.
@Tag("slow")
final class RoutingTest {
  private static final Instant OPENED = Instant.parse("2026-03-01T12:00:00Z");

  /// From the mildest to the gravest.
  private static final List<CategoryKey> CATEGORIES =
      List.of(ReviewWorld.PETTY, ReviewWorld.TWICE, ReviewWorld.GRAVE);

  private static int priority(CategoryKey category, Surface surface, OptionalLong members) {
    return priority(new Routing.Facts(category, surface, false, 1, 0, members, OPENED));
  }

  private static int priority(Routing.Facts facts) {
    return Routing.route(facts, ReviewWorld.POLICY).priority();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "99, 0",
    "100, 60",
    "999, 60",
    "1000, 120",
    "10000, 180",
    "100000, 240",
    "999999, 240",
    "1000000, 300",
    "9223372036854775807, 300"
  })
  void room_ofSoManyMembers_putsACaseAheadByTheMinutesThatAreWritten(long members, int minutes) {
    int unknown = priority(ReviewWorld.PETTY, Surface.PUBLIC, OptionalLong.empty());
    assertThat(priority(ReviewWorld.PETTY, Surface.PUBLIC, OptionalLong.of(members)) - unknown)
        .isEqualTo(minutes);
  }

  @Property
  void moreMembers_withAnyOtherFacts_neverLowerThePriority(
      @ForAll @IntRange(max = 2) int category,
      @ForAll Surface surface,
      @ForAll boolean lane,
      @ForAll @IntRange(min = 1, max = 60) int sources,
      @ForAll @LongRange(min = 0) long some,
      @ForAll @LongRange(min = 0) long others) {
    List<Integer> priorities = List.of(
            OptionalLong.empty(),
            OptionalLong.of(Math.min(some, others)),
            OptionalLong.of(Math.max(some, others)))
        .stream()
        .map(members -> priority(new Routing.Facts(
            CATEGORIES.get(category), surface, lane, sources, 0, members, OPENED)))
        .toList();
    assertThat(priorities).isSorted();
  }

  @Property
  void graverCase_howeverFarTheMilderOneReaches_comesFirst(
      @ForAll @IntRange(max = 2) int graver,
      @ForAll @IntRange(max = 2) int milder,
      @ForAll Surface anySurface,
      @ForAll Surface otherSurface,
      @ForAll @LongRange(min = 0) long members) {
    Assume.that(graver > milder);
    assertThat(priority(CATEGORIES.get(graver), anySurface, OptionalLong.empty()))
        .isGreaterThan(priority(CATEGORIES.get(milder), otherSurface, OptionalLong.of(members)));
  }

  @Example
  void head_starts_areThoseOfTheTable() {
    int mild = priority(ReviewWorld.PETTY, Surface.PRIVATE, OptionalLong.empty());
    assertThat(List.of(
            priority(ReviewWorld.TWICE, Surface.PRIVATE, OptionalLong.empty()) - mild,
            priority(ReviewWorld.GRAVE, Surface.PRIVATE, OptionalLong.empty()) - mild,
            priority(new CategoryKey("unheard-of"), Surface.PRIVATE, OptionalLong.empty()) - mild,
            priority(ReviewWorld.PETTY, Surface.PUBLIC, OptionalLong.empty()) - mild))
        .containsExactly(12 * 60, 10 * 24 * 60, 2 * 24 * 60, 4 * 60);
  }
}
