package org.vigie.hashlist;

import java.util.List;

/// How the reading of a list ended.
///
/// @param entries how many were good
/// @param badLines the first defects, in the order of the file
/// @param badCount how many defects there are, told or not
public record HashListReading(long entries, List<BadLine> badLines, long badCount) {
  public HashListReading {
    badLines = List.copyOf(badLines);
  }

  /// Returns whether every line is as it has to be, and there is one at least.
  public boolean isUsable() {
    return badCount == 0 && entries > 0;
  }
}
