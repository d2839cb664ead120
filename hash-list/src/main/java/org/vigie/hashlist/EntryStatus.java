package org.vigie.hashlist;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A publisher's status of an entry; the word in lists is the name in small letters with hyphens.
public enum EntryStatus {
  ACTIVE,
  /// Its content is in doubt; it is still searched for.
  DISPUTED,
  /// It matched far too often; a decision is pending.
  SET_ASIDE,
  WITHDRAWN;

  /// Returns the word in lists: `set-aside`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Returns the status of a word.
  public static Optional<EntryStatus> of(String word) {
    return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
  }

  /// Returns whether a scan searches for the entry.
  public boolean isSearched() {
    return this == ACTIVE || this == DISPUTED;
  }

  /// Returns all of them as a list that people read.
  public static String words() {
    return Arrays.stream(values()).map(EntryStatus::word).collect(Collectors.joining(", "));
  }
}
