package org.vigie.index;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The identifiers of one signal; immutable.
///
/// Appending shares the array: the new value sees one place more of it, which earlier values never
/// read. So a signal that very many members share is not copied for each of them. One value is
/// appended to at most once; [ExactIndex] does so to the newest only.
final class Ids {
  private final long[] places;
  private final int size;

  private Ids(long[] places, int size) {
    this.places = places;
    this.size = size;
  }

  static Ids of(long id) {
    return new Ids(new long[] {id}, 1);
  }

  Ids and(long id) {
    long[] room =
        size < places.length ? places : Arrays.copyOf(places, size + Math.max(1, size / 2));
    room[size] = id;
    return new Ids(room, size + 1);
  }

  /// Returns these without one; null if none is left.
  @Nullable Ids without(long id) {
    long[] left = stream().filter(other -> other != id).toArray();
    return left.length == 0 ? null : new Ids(left, left.length);
  }

  /// Returns equal signals as a search finds them.
  List<Hit> hits() {
    if (size == 1) {
      return List.of(new Hit(places[0], 0));
    }
    return stream().mapToObj(id -> new Hit(id, 0)).toList();
  }

  LongStream stream() {
    return Arrays.stream(places, 0, size);
  }
}
