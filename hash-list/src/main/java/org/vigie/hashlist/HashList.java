package org.vigie.hashlist;

import java.util.List;

/// A feed as its publisher sent it, in the order of the file; never empty.
///
/// @param name the name for people: the file it was read from
/// @param reading the result of reading it, with the skipped bad lines
public record HashList(String name, List<HashListEntry> entries, HashListReading reading) {
  public HashList {
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("a hash list has at least one entry");
    }
  }

  /// Returns the number of skipped bad lines.
  public long skipped() {
    return reading.badCount();
  }
}
