package org.vigie.cli.hashlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.fingerprint.MalformedSignalException;
import org.vigie.fingerprint.SignalType;
import org.vigie.fingerprint.SignalTypes;

/// What has been read of a list so far: its entries, and its defects.
final class Entries {
  private static final int TOLD = 20;
  private static final char REPLACEMENT = '\uFFFD';

  private final SignalTypes types;
  private final List<HashListEntry> good = new ArrayList<>();
  private final List<BadLine> bad = new ArrayList<>();
  private long badCount;

  Entries(SignalTypes types) {
    this.types = types;
  }

  List<HashListEntry> good() {
    return good;
  }

  /// Returns the first defects.
  List<BadLine> badLines() {
    return bad;
  }

  /// Returns how many defects there are, kept or not.
  long badCount() {
    return badCount;
  }

  void refuse(long line, String reason) {
    badCount++;
    if (bad.size() < TOLD) {
      bad.add(new BadLine(line, reason));
    }
  }

  /// Refuses a line that was not UTF-8; returns whether it did.
  boolean refuseUnlessText(long line, String text) {
    if (text.indexOf(REPLACEMENT) < 0) {
      return false;
    }
    refuse(line, "not UTF-8");
    return true;
  }

  /// Adds an entry, or notes why there is none.
  ///
  /// @param member empty where the list gives none
  void add(long line, String typeId, String value, String member, @Nullable String category) {
    Optional<SignalType> type = types.find(typeId);
    if (type.isEmpty()) {
      refuse(line, "unknown signal type; known are " + String.join(", ", types.ids()));
      return;
    }
    try {
      String name = member.isEmpty() ? "line-" + line : member;
      good.add(new HashListEntry(type.get().parse(value), name, category));
    } catch (MalformedSignalException e) {
      refuse(line, String.valueOf(e.getMessage()));
    }
  }
}
