package org.vigie.hashlist;

import java.util.List;

/// A feed as its publisher sent it, in the order of the file; never empty.
///
/// @param name what people call the list: the file it was read from
public record HashList(String name, List<HashListEntry> entries) {
  public HashList {
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("a hash list has at least one entry");
    }
  }
}
