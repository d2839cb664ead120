package org.vigie.index;

import java.util.List;
import org.vigie.fingerprint.HammingSignal;

/// The signals of one search, as words in one array.
final class Queries {
  private static final int WORDS = 4;

  private final long[] words;

  private Queries(long[] words) {
    this.words = words;
  }

  static Queries of(List<? extends HammingSignal> signals) {
    long[] words = new long[WORDS * signals.size()];
    int at = 0;
    for (HammingSignal signal : signals) {
      words[at++] = signal.w0();
      words[at++] = signal.w1();
      words[at++] = signal.w2();
      words[at++] = signal.w3();
    }
    return new Queries(words);
  }

  int count() {
    return words.length / WORDS;
  }

  /// Returns word `word` (0 is the lowest) of a query.
  long word(int query, int word) {
    return words[WORDS * query + word];
  }

  /// Returns the key of a visit, in 16 bits each: the query's chunk, the next two chunks, and the
  /// query's place.
  long visitKey(int query, int chunk) {
    return (long) chunk(query, chunk) << 48
        | (long) chunk(query, chunk + 1 & 15) << 32
        | (long) chunk(query, chunk + 2 & 15) << 16
        | query;
  }

  int chunk(int query, int chunk) {
    return Segment.chunkOf(word(query, chunk >> 2), chunk);
  }
}
