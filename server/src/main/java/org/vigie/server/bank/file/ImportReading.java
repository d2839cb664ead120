package org.vigie.server.bank.file;

import java.util.Map;
import java.util.Optional;
import org.vigie.hashlist.LeftOut;
import org.vigie.hashlist.ListForm;

/// The reading of a file.
///
/// @param form the form of hash list that was recognised; empty for members as JSON, and until
///     the file has been read
/// @param leftOut the entries left out on purpose
public record ImportReading(Optional<ListForm> form, Map<LeftOut, Long> leftOut) {
  /// Nothing known yet.
  public static final ImportReading NONE = new ImportReading(Optional.empty(), Map.of());

  public ImportReading {
    leftOut = Map.copyOf(leftOut);
  }
}
