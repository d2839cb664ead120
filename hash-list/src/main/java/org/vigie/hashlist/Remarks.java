package org.vigie.hashlist;

import java.util.Optional;
import java.util.OptionalInt;

/// A list's remarks on an entry beside its signal; missing ones are empty.
///
/// @param category the publisher's word for the kind of content
/// @param source who knows the content
/// @param quality of the signal, 0 to 100
/// @param metadata JSON of the publisher; not checked
public record Remarks(
    String category,
    String source,
    Optional<EntryStatus> status,
    String note,
    OptionalInt quality,
    String metadata) {
  /// Nothing said.
  public static final Remarks NONE =
      new Remarks("", "", Optional.empty(), "", OptionalInt.empty(), "");
}
