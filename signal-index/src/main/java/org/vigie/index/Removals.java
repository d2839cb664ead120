package org.vigie.index;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// The removed places of a segment or delta; immutable, and cheap to derive from.
///
/// A bitmap in pages: one more removal copies one page of 4 KB and the list of pages, for any size.
final class Removals {
  private static final int PAGE_WORDS = 512;
  private static final int PLACES_A_PAGE = PAGE_WORDS * Long.SIZE;

  private static final long[] EMPTY_PAGE = new long[PAGE_WORDS];

  private final long[][] pages;
  private final int count;

  private Removals(long[][] pages, int count) {
    this.pages = pages;
    this.count = count;
  }

  /// Returns no removals among `size` places.
  static Removals none(int size) {
    long[][] pages = new long[(size + PLACES_A_PAGE - 1) / PLACES_A_PAGE][];
    Arrays.fill(pages, EMPTY_PAGE);
    return new Removals(pages, 0);
  }

  boolean contains(int place) {
    return (pages[place / PLACES_A_PAGE][place % PLACES_A_PAGE / Long.SIZE] & 1L << place) != 0;
  }

  /// Returns these and one more; the same if it is already among them.
  Removals with(int place) {
    if (contains(place)) {
      return this;
    }
    long[][] changed = pages.clone();
    long[] page = changed[place / PLACES_A_PAGE].clone();
    page[place % PLACES_A_PAGE / Long.SIZE] |= 1L << place;
    changed[place / PLACES_A_PAGE] = page;
    return new Removals(changed, count + 1);
  }

  /// Calls `removed` for each place that is among these and was not among the earlier ones.
  void forEachSince(Removals earlier, IntConsumer removed) {
    for (int page = 0; page < pages.length; page++) {
      for (int word = 0; word < PAGE_WORDS; word++) {
        long since = pages[page][word] & ~earlier.pages[page][word];
        for (; since != 0; since &= since - 1) {
          int bit = Long.numberOfTrailingZeros(since);
          removed.accept(page * PLACES_A_PAGE + word * Long.SIZE + bit);
        }
      }
    }
  }

  int count() {
    return count;
  }
}
