package org.vigie.server.bank.file;

import java.util.Map;
import java.util.Optional;
import org.vigie.hashlist.LeftOut;
import org.vigie.hashlist.ListForm;

/// How a file was read.
///
/// @param form the form of hash list that was recognised; empty for members as JSON, and until
///     the file has been read
/// @param leftOut how many entries were left out on purpose
public record ImportReading(Optional<ListForm> form, Map<LeftOut, Long> leftOut) {
  /// Nothing known yet.
  public static final ImportReading NONE = new ImportReading(Optional.empty(), Map.of());

  public ImportReading {
    leftOut = Map.copyOf(leftOut);
  }
}
