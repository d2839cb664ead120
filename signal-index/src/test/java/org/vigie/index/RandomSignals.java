package org.vigie.index;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.vigie.fingerprint.HammingSignal;
import org.vigie.fingerprint.PdqSignal;

/// Signals of a seed, and the naive search that the index is compared with.
record RandomSignals(long seed, List<PdqSignal> signals, RandomGenerator random) {
  /// How signals resemble each other.
  enum Shape {
    /// Every bit is a coin's throw.
    RANDOM,
    /// A quarter of the signals have chunks from a small set, as real pictures do.
    SKEWED,
    /// Groups within a few bits of a centre.
    CLUSTERED,
    /// A handful of values, each many times.
    DUPLICATES
  }

  static RandomSignals of(long seed, Shape shape, int size) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<PdqSignal> signals = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      signals.add(
          switch (shape) {
            case RANDOM -> uniform(random);
            case SKEWED -> i % 4 == 0 ? frequentChunks(random) : uniform(random);
            case CLUSTERED ->
              i < 10 || random.nextInt(20) == 0
                  ? uniform(random)
                  : flipped(
                      signals.get(random.nextInt(Math.min(i, 10))), random.nextInt(40), random);
            case DUPLICATES ->
              i < 5 ? uniform(random) : signals.get(random.nextInt(Math.min(i, 5)));
          });
    }
    return new RandomSignals(seed, List.copyOf(signals), random);
  }

  static PdqSignal uniform(RandomGenerator random) {
    return new PdqSignal(
        random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  private static PdqSignal frequentChunks(RandomGenerator random) {
    return new PdqSignal(
        frequentWord(random), frequentWord(random), frequentWord(random), random.nextLong());
  }

  private static long frequentWord(RandomGenerator random) {
    long word = 0;
    for (int chunk = 0; chunk < 4; chunk++) {
      word = word << 16 | random.nextInt(3) * 0x1357L;
    }
    return word;
  }

  /// Returns the signal with this many bits, drawn without regard to repeats, turned over.
  static PdqSignal flipped(PdqSignal signal, int flips, RandomGenerator random) {
    long[] words = {signal.w0(), signal.w1(), signal.w2(), signal.w3()};
    for (int i = 0; i < flips; i++) {
      int bit = random.nextInt(256);
      words[bit >> 6] ^= 1L << bit;
    }
    return new PdqSignal(words[3], words[2], words[1], words[0]);
  }

  /// Returns signals to look for: relatives of members near and beyond the radius, and strangers.
  List<PdqSignal> needles(int count, int radius) {
    List<PdqSignal> needles = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      needles.add(
          signals.isEmpty() || i % 5 == 0
              ? uniform(random)
              : flipped(
                  signals.get(random.nextInt(signals.size())), random.nextInt(radius + 6), random));
    }
    return needles;
  }

  /// Returns entries with the identifiers `from`, `from + step`, and so on.
  List<IndexEntry> entries(long from, long step) {
    List<IndexEntry> entries = new ArrayList<>(signals.size());
    for (PdqSignal signal : signals) {
      entries.add(new IndexEntry(from + step * entries.size(), signal));
    }
    return entries;
  }

  /// The naive model: every entry is compared.
  static List<Hit> linearScan(List<IndexEntry> entries, HammingSignal needle, int radius) {
    return entries.stream()
        .map(entry -> new Hit(entry.id(), needle.distanceTo((HammingSignal) entry.signal())))
        .filter(hit -> hit.distance() <= radius)
        .toList();
  }
}
