package org.vigie.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.index.RandomSignals.Shape;

/// Searches of an index that does not change, against comparing with every signal.
@Tag("slow")
class SignalIndexSearchTest {
  static Stream<Arguments> worlds() {
    return Stream.of(Shape.values())
        .flatMap(shape -> Stream.of(0, 1, 2, 100, 4095, 4096, 4097, 20_000)
            .map(size -> Arguments.of(shape, size)));
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void find_anyShapeAndSize_equalsLinearScan(Shape shape, int size) {
    RandomSignals world = RandomSignals.of(31L * size + shape.ordinal(), shape, size);
    for (int radius : new int[] {0, 1, 15, 16, 23, 30, 31}) {
      assertFindsAll(world, world.entries(-size, 3), radius, 12);
    }
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void find_everyRadius_equalsLinearScan(Shape shape) {
    RandomSignals world = RandomSignals.of(7, shape, 9_000);
    List<IndexEntry> entries = world.entries(1, 1);
    SignalIndex index = SignalIndex.of(entries);
    for (int radius = 0; radius <= SignalIndex.MAX_HAMMING_RADIUS; radius++) {
      assertFindsAll(index, entries, world.needles(4, radius), radius, world.seed());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {65_537, 200_000})
  void find_largeWorld_equalsLinearScan(int size) {
    assertFindsAll(
        RandomSignals.of(size, Shape.SKEWED, size),
        RandomSignals.of(size, Shape.SKEWED, size).entries(1, 1),
        31,
        40);
  }

  @Test
  void find_thousandsOfEqualSignals_findsEachOnce() {
    PdqSignal value = PdqSignal.parse("f0".repeat(32));
    List<IndexEntry> entries =
        IntStream.range(0, 70_000).mapToObj(id -> new IndexEntry(id, value)).toList();
    List<Hit> hits = SignalIndex.of(entries).find(value, 31);
    assertThat(hits).hasSize(70_000).doesNotHaveDuplicates().allMatch(hit -> hit.distance() == 0);
  }

  @Test
  void findAll_moreQueriesThanOneSearchTakes_keepsTheirOrder() {
    RandomSignals world = RandomSignals.of(3, Shape.RANDOM, 10_000);
    SignalIndex index = SignalIndex.of(world.entries(0, 1));
    List<PdqSignal> queries = IntStream.range(0, SegmentSearch.MAX_QUERIES + 17)
        .mapToObj(i -> world.signals().get(i % 10_000))
        .toList();
    List<List<Hit>> hits = index.findAll(queries, 0);
    assertThat(hits).hasSameSizeAs(queries);
    for (int i = 0; i < hits.size(); i++) {
      assertThat(hits.get(i)).as("query %d", i).containsExactly(new Hit(i % 10_000, 0));
    }
  }

  private static void assertFindsAll(
      RandomSignals world, List<IndexEntry> entries, int radius, int needles) {
    SignalIndex index = SignalIndex.of(entries);
    assertThat(index.size()).isEqualTo(entries.size());
    assertFindsAll(index, entries, world.needles(needles, radius), radius, world.seed());
  }

  /// Asserts that searches one by one and all at once equal the naive search.
  private static void assertFindsAll(
      SignalIndex index, List<IndexEntry> entries, List<PdqSignal> needles, int radius, long seed) {
    List<List<Hit>> together = index.findAll(needles, radius);
    for (int i = 0; i < needles.size(); i++) {
      List<Hit> expected = RandomSignals.linearScan(entries, needles.get(i), radius);
      assertThat(index.find(needles.get(i), radius))
          .as("seed %d, radius %d, needle %d", seed, radius, i)
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(together.get(i))
          .as("seed %d, radius %d, needle %d of a batch", seed, radius, i)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }
}
