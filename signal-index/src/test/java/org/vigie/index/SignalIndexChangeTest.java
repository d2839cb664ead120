package org.vigie.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.index.RandomSignals.Shape;

/// An index that changes while it is searched and merged, against a map that is compared one by
/// one.
@Tag("slow")
class SignalIndexChangeTest {
  /// Merges on demand, so that a test controls the order of events.
  private static final class ManualMerger {
    private final Queue<Runnable> due = new ArrayDeque<>();

    void runAll() {
      while (!due.isEmpty()) {
        due.remove().run();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void anyChanges_mergedAtAnyTime_equalTheModel(long seed) {
    RandomGenerator random = RandomSignals.of(seed, Shape.RANDOM, 0).random();
    ManualMerger merger = new ManualMerger();
    SignalIndex index = new SignalIndex(merger.due::add);
    Map<Long, IndexEntry> model = new TreeMap<>();
    for (int step = 0; step < 60; step++) {
      change(index, model, random);
      if (random.nextInt(4) == 0) {
        merger.runAll();
      }
      assertEqualsModel(index, model, random, "seed " + seed + " step " + step);
    }
    assertThat(merger.due).as("merges that are due").hasSizeLessThanOrEqualTo(1);
  }

  private static void change(
      SignalIndex index, Map<Long, IndexEntry> model, RandomGenerator random) {
    int count = random.nextInt(1, 4000);
    switch (random.nextInt(4)) {
      case 0 -> {
        Map<Long, IndexEntry> added = new TreeMap<>();
        IntStream.range(0, 5 * count)
            .mapToObj(_ -> randomEntry(random))
            .forEach(entry -> added.put(entry.id(), entry));
        index.putAll(added.values());
        model.putAll(added);
      }
      case 1 -> {
        for (int i = 0; i < 2 * count; i++) {
          long id = random.nextLong(30_000);
          assertThat(index.remove(id)).isEqualTo(model.remove(id) != null);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          IndexEntry entry = randomEntry(random);
          index.put(entry);
          model.put(entry.id(), entry);
        }
      }
    }
  }

  private static IndexEntry randomEntry(RandomGenerator random) {
    return new IndexEntry(random.nextLong(30_000), RandomSignals.uniform(random));
  }

  private static void assertEqualsModel(
      SignalIndex index, Map<Long, IndexEntry> model, RandomGenerator random, String when) {
    assertThat(index.size()).as(when).isEqualTo(model.size());
    List<IndexEntry> entries = List.copyOf(model.values());
    for (int i = 0; i < 5 && !entries.isEmpty(); i++) {
      PdqSignal member = (PdqSignal) entries.get(random.nextInt(entries.size())).signal();
      PdqSignal needle = RandomSignals.flipped(member, random.nextInt(34), random);
      assertThat(index.find(needle, 31))
          .as(when)
          .containsExactlyInAnyOrderElementsOf(RandomSignals.linearScan(entries, needle, 31));
    }
  }

  @Test
  void putAll_manySmallBatches_becomeFewSegments() {
    ManualMerger merger = new ManualMerger();
    SignalIndex index = new SignalIndex(merger.due::add);
    List<IndexEntry> entries = RandomSignals.of(23, Shape.RANDOM, 600).entries(0, 1);
    for (int from = 0; from < entries.size(); from += 10) {
      index.putAll(entries.subList(from, from + 10));
      merger.runAll();
    }
    assertThat(index.size()).isEqualTo(600);
    assertThat(index.tableBytes()).as("eight segments at the most").isLessThan(8 * 4_500_000);
    assertThat(index.find(entries.get(17).signal(), 0)).containsExactly(new Hit(17, 0));
  }

  @Test
  void compact_afterSeveralBulks_leavesTheTablesOfOne() {
    ManualMerger merger = new ManualMerger();
    SignalIndex index = new SignalIndex(merger.due::add);
    List<IndexEntry> entries = RandomSignals.of(24, Shape.RANDOM, 10_000).entries(0, 1);
    index.putAll(entries.subList(0, 5_000));
    index.putAll(entries.subList(5_000, 10_000));
    assertThat(merger.due).as("two tables may stay").isEmpty();
    index.compact();
    merger.runAll();
    assertThat(index.tableBytes()).isEqualTo(SignalIndex.of(entries).tableBytes());
    assertThat(index.size()).isEqualTo(10_000);
    assertThat(index.find(entries.get(17).signal(), 0)).containsExactly(new Hit(17, 0));
    assertThat(index.find(entries.get(9_017).signal(), 0)).containsExactly(new Hit(9_017, 0));
  }

  @Test
  void compact_duringAMerge_followsIt() {
    ManualMerger merger = new ManualMerger();
    SignalIndex index = new SignalIndex(merger.due::add);
    List<IndexEntry> entries = RandomSignals.of(25, Shape.RANDOM, 20_000).entries(0, 1);
    for (int from = 0; from < entries.size(); from += 5_000) {
      index.putAll(entries.subList(from, from + 5_000));
    }
    assertThat(merger.due).as("three tables are too many").hasSize(1);
    index.compact();
    merger.runAll();
    assertThat(index.tableBytes()).isEqualTo(SignalIndex.of(entries).tableBytes());
    assertThat(index.find(entries.get(19_017).signal(), 0)).containsExactly(new Hit(19_017, 0));
  }

  @Test
  void compact_ofNothing_changesNothing() {
    ManualMerger merger = new ManualMerger();
    SignalIndex index = new SignalIndex(merger.due::add);
    index.putAll(RandomSignals.of(26, Shape.RANDOM, 10).entries(0, 1));
    index.compact();
    assertThat(merger.due).isEmpty();
    assertThat(index.size()).isEqualTo(10);
  }

  @Test
  void putAll_mergedBeforeItReturns_replacesAll() {
    SignalIndex index = new SignalIndex(Runnable::run);
    index.putAll(RandomSignals.of(21, Shape.RANDOM, 10_000).entries(0, 1));
    List<IndexEntry> replacements = RandomSignals.of(22, Shape.RANDOM, 6_000).entries(0, 1);
    index.putAll(replacements);
    assertThat(index.size()).isEqualTo(10_000);
    assertThat(index.find(replacements.get(17).signal(), 0)).containsExactly(new Hit(17, 0));
  }

  @Test
  void remove_whileMergeReadsTheSignal_staysRemoved() {
    ManualMerger merger = new ManualMerger();
    ViewKeeper keeper = new ViewKeeper(merger.due::add);
    fill(keeper, 0, Delta.CAPACITY);
    PartMerge plan =
        new PartMerge(keeper.view().indexed(), keeper.view().recent().subList(0, 1));
    Segment merged = plan.merge();
    keeper.remove(17);
    keeper.put(18, new long[] {9, 9, 9, 9});
    View after = new MergeInstallation(plan, merged).apply(keeper.view());
    assertThat(after.size()).isEqualTo(Delta.CAPACITY - 1);
    assertThat(after.indexed().getFirst().removals().contains(17)).isTrue();
    assertThat(after.indexed().getFirst().removals().contains(18)).isTrue();
    assertThat(after.open().liveSize()).isEqualTo(1);
    merged.release();
  }

  @Test
  void put_noMergeCanBegin_replacesAcrossTypesAllTheSame() {
    SignalIndex index = new SignalIndex(merge -> {
      throw new IllegalStateException("no thread to be had");
    });
    Digest digest = Digest.of(DigestType.MD5, new byte[0]);
    index.put(new IndexEntry(-1, digest));
    RandomSignals world = RandomSignals.of(8, Shape.RANDOM, Delta.CAPACITY - 1);
    world.entries(0, 1).forEach(index::put);
    assertThatIllegalStateException()
        .isThrownBy(() -> index.put(new IndexEntry(-1, PdqSignal.ZERO)));
    assertThat(index.find(digest, 0)).isEmpty();
    assertThat(index.find(PdqSignal.ZERO, 0)).containsExactly(new Hit(-1, 0));
  }

  @Test
  void add_manySegments_areMergedToAFew() {
    ManualMerger merger = new ManualMerger();
    ViewKeeper keeper = new ViewKeeper(merger.due::add);
    for (long first = 0; first < 10_000; first += 500) {
      keeper.add(segment(first, first + 500));
      merger.runAll();
      assertThat(keeper.view().indexed()).hasSizeLessThanOrEqualTo(6);
      assertThat(keeper.view().size()).isEqualTo((int) first + 500);
    }
  }

  private static Segment segment(long from, long to) {
    try (SignalRows rows = new SignalRows(16)) {
      LongStream.range(from, to).forEach(id -> rows.add(id, id, id, id, id));
      return SegmentBuilder.build(rows);
    }
  }

  @Test
  void merge_fails_nothingIsLostAndTheNextChangeTriesAgain() {
    ManualMerger merger = new ManualMerger();
    AtomicBoolean failing = new AtomicBoolean(true);
    ViewKeeper keeper = new ViewKeeper(merge -> {
      if (failing.get()) {
        throw new OutOfMemoryError("no thread to be had");
      }
      merger.due.add(merge);
    });
    fill(keeper, 0, Delta.CAPACITY - 1);
    assertThatThrownBy(() -> keeper.put(-1, new long[] {1, 2, 3, 4}))
        .isInstanceOf(OutOfMemoryError.class);
    failing.set(false);
    assertThat(keeper.view().size()).isEqualTo(Delta.CAPACITY);
    keeper.put(-2, new long[] {1, 2, 3, 4});
    merger.runAll();
    assertThat(keeper.view().indexed()).hasSize(1);
    assertThat(keeper.view().size()).isEqualTo(Delta.CAPACITY + 1);
  }

  @Test
  void merge_done_givesBackTheMemoryOfWhatItReplaced() {
    ManualMerger merger = new ManualMerger();
    ViewKeeper keeper = new ViewKeeper(merger.due::add);
    fill(keeper, 0, Delta.CAPACITY);
    merger.runAll();
    View before = keeper.retainedView();
    fill(keeper, Delta.CAPACITY, 2L * Delta.CAPACITY);
    merger.runAll();
    Segment replaced = before.indexed().getFirst().segment();
    assertThat(replaced.id(3)).as("readable while a search holds it").isEqualTo(3);
    before.release();
    assertThat(replaced.retain()).as("given back with the last search").isFalse();
    assertThat(keeper.view().indexed()).hasSize(1);
  }

  private static void fill(ViewKeeper keeper, long from, long to) {
    LongStream.range(from, to)
        .forEach(id -> keeper.put(id, new long[] {id, ~id, id * 31, id << 7}));
  }

  @Test
  void changesFromSeveralThreads_searchedMeanwhile_nothingStandingIsEverMissed() throws Exception {
    int writers = 3;
    int perWriter = 12_000;
    SignalIndex index = new SignalIndex();
    RandomSignals standing = RandomSignals.of(11, Shape.SKEWED, 9_000);
    index.putAll(standing.entries(1_000_000, 1));
    AtomicBoolean writing = new AtomicBoolean(true);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<List<IndexEntry>>> written = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        long seed = 100L + writer;
        long from = (long) writer * perWriter;
        written.add(threads.submit(write(index, seed, from, perWriter)));
      }
      Future<?> reader = threads.submit(() -> search(index, standing, writing));
      List<IndexEntry> expected = new ArrayList<>(standing.entries(1_000_000, 1));
      for (Future<List<IndexEntry>> each : written) {
        expected.addAll(each.get());
      }
      writing.set(false);
      reader.get();
      assertFinal(index, expected);
    }
  }

  /// Puts, replaces and removes; returns the expected final entries.
  private static Callable<List<IndexEntry>> write(
      SignalIndex index, long seed, long from, int count) {
    return () -> {
      List<IndexEntry> kept = new ArrayList<>();
      for (IndexEntry entry : RandomSignals.of(seed, Shape.CLUSTERED, count).entries(from, 1)) {
        index.put(entry);
        if (entry.id() % 3 == 0) {
          assertThat(index.remove(entry.id())).isTrue();
        } else if (entry.id() % 3 == 1) {
          IndexEntry replacement = new IndexEntry(entry.id(), PdqSignal.ZERO);
          index.put(replacement);
          kept.add(replacement);
        } else {
          kept.add(entry);
        }
      }
      return kept;
    };
  }

  private static void search(SignalIndex index, RandomSignals standing, AtomicBoolean writing) {
    RandomGenerator random = RandomSignals.of(5, Shape.RANDOM, 0).random();
    do {
      int member = random.nextInt(standing.signals().size());
      PdqSignal needle = RandomSignals.flipped(standing.signals().get(member), 20, random);
      assertThat(index.find(needle, 31))
          .extracting(Hit::id)
          .as("a signal that nobody touches")
          .contains(1_000_000L + member);
    } while (writing.get());
  }

  private static void assertFinal(SignalIndex index, List<IndexEntry> expected) {
    assertThat(index.size()).isEqualTo(expected.size());
    RandomGenerator random = RandomSignals.of(6, Shape.RANDOM, 0).random();
    for (int i = 0; i < 30; i++) {
      PdqSignal needle =
          (PdqSignal) expected.get(random.nextInt(expected.size())).signal();
      assertThat(index.find(needle, 31))
          .containsExactlyInAnyOrderElementsOf(RandomSignals.linearScan(expected, needle, 31));
    }
  }
}
