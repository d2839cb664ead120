package org.vigie.bench;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.index.IndexEntry;

/// Any number of signals, each generated from its number on demand.
///
/// @param skewed whether a quarter of them have chunks that recur, as real pictures have; the most
///     frequent chunk, or its complement, is then in 3 % of all signals instead of in one of 65,536
record SignalWorld(int size, boolean skewed) {
  private static final int FREQUENT_CHUNKS = 1000;

  PdqSignal signal(int number) {
    return ofSomePicture(word(number, 3), word(number, 2), word(number, 1), word(number, 0));
  }

  /// Returns a signal that a picture can have: one with more bits set than any has, turned over.
  private static PdqSignal ofSomePicture(long w3, long w2, long w1, long w0) {
    PdqSignal signal = new PdqSignal(w3, w2, w1, w0);
    return signal.isOfSomePicture() ? signal : new PdqSignal(~w3, ~w2, ~w1, ~w0);
  }

  private long word(int number, int word) {
    long random = mix(4L * number + word);
    return skewed && number % 4 == 0 ? frequent(random) : random;
  }

  /// Draws each chunk from a thousand, the k-th of them about 1/k as often as the first.
  private static long frequent(long random) {
    long word = 0;
    for (int chunk = 0; chunk < 4; chunk++) {
      double uniform = (random >>> 16 * chunk & 0xffff) / 65_536.0;
      int rank = (int) Math.pow(FREQUENT_CHUNKS, uniform);
      word = word << 16 | mix(-rank) & 0xffff;
    }
    return word;
  }

  /// Returns a query: every other one is a member with up to 31 bits turned over, and no more bits
  /// set than a picture's signal has.
  PdqSignal query(int number) {
    long random = mix(-1L - number);
    if (number % 2 == 0) {
      return ofSomePicture(random, mix(random), mix(~random), mix(random >>> 1));
    }
    PdqSignal member = signal(memberOf(number));
    long[] words = {member.w0(), member.w1(), member.w2(), member.w3()};
    int bits = member.bitsSet();
    for (int flip = 0; flip < PdqSignal.DEFAULT_RADIUS; flip++) {
      int bit = (int) (mix(random + flip) >>> 56);
      boolean set = (words[bit >> 6] & 1L << bit) != 0;
      if (set || bits < PdqSignal.MAX_BITS_SET) {
        words[bit >> 6] ^= 1L << bit;
        bits += set ? -1 : 1;
      }
    }
    return new PdqSignal(words[3], words[2], words[1], words[0]);
  }

  /// Returns the member that an odd query resembles.
  int memberOf(int query) {
    return (int) Long.remainderUnsigned(mix(query), size);
  }

  Collection<IndexEntry> entries() {
    return new AbstractCollection<>() {
      @Override
      public Iterator<IndexEntry> iterator() {
        return IntStream.range(0, size)
            .mapToObj(number -> new IndexEntry(number, signal(number)))
            .iterator();
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  /// SplitMix64's step.
  private static long mix(long seed) {
    long z = seed + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
