package org.vigie.hashlist;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The result of reading a list.
///
/// @param form empty if it was not recognised
/// @param entries the number of good entries
/// @param lines the number of good lines
/// @param badLines the first defects: those of the whole list, then in the order of the file
/// @param badCount the number of all defects, also those not in `badLines`
/// @param broken whether the whole list is unusable, even if bad lines may be skipped
/// @param leftOut the entries left out on purpose
public record HashListReading(
    Optional<ListForm> form,
    long entries,
    long lines,
    List<BadLine> badLines,
    long badCount,
    boolean broken,
    Map<LeftOut, Long> leftOut) {
  public HashListReading {
    badLines = List.copyOf(badLines);
    leftOut = Map.copyOf(leftOut);
  }

  /// Returns whether the entries may be used: there is one at least, nothing is wrong with the
  /// whole, and every line is as it has to be, or the terms let bad ones be skipped.
  public boolean isUsable(ReadingTerms terms) {
    return entries > 0 && !broken && (badCount == 0 || terms.skipBadLines());
  }
}
