package org.vigie.hashlist;

import org.jspecify.annotations.Nullable;
import org.vigie.fingerprint.Signal;

/// One signal of a hash list.
///
/// @param line the line on which it begins, from 1
/// @param member the publisher's name for the known content; several entries may share it;
///     `line-N` if the list gives none
/// @param named whether the list gives the name
/// @param first the first signal of its line, which identifies the content if it has no name
public record HashListEntry(
    long line, Signal signal, String member, boolean named, Remarks remarks, Signal first) {
  /// Returns the publisher's word for the kind of content, if the list gives one.
  public @Nullable String category() {
    return remarks.category().isEmpty() ? null : remarks.category();
  }
}
