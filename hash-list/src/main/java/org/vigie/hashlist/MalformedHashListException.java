package org.vigie.hashlist;

import java.util.List;

/// Says that a file breaks the format of hash lists, and where.
public final class MalformedHashListException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String list;
  private final transient List<BadLine> badLines;
  private final long total;

  /// @param badLines the first defects, in the order of the file
  /// @param total the number of all defects, also those not in `badLines`
  MalformedHashListException(String list, List<BadLine> badLines, long total) {
    super("hash list has malformed lines");
    this.list = list;
    this.badLines = List.copyOf(badLines);
    this.total = total;
  }

  /// Returns the name of the list.
  public String list() {
    return list;
  }

  /// Returns the first defects, at least one and at most 20, in the order of the file.
  public List<BadLine> badLines() {
    return badLines;
  }

  /// Returns the number of defects beyond those in [#badLines].
  public long untold() {
    return total - badLines.size();
  }
}
