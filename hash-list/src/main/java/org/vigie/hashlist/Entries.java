package org.vigie.hashlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vigie.fingerprint.MalformedSignalException;
import org.vigie.fingerprint.SignalType;
import org.vigie.fingerprint.SignalTypes;

/// Passes the entries of a list on as they are read, and keeps its first defects.
final class Entries {
  private static final char REPLACEMENT = '\uFFFD';

  private final SignalTypes types;
  private final Consumer<HashListEntry> sink;
  private final int told;
  private final List<BadLine> bad = new ArrayList<>();
  private long goodCount;
  private long badCount;

  /// @param told how many defects to keep
  Entries(SignalTypes types, Consumer<HashListEntry> sink, int told) {
    this.types = types;
    this.sink = sink;
    this.told = told;
  }

  HashListReading reading() {
    return new HashListReading(goodCount, bad, badCount);
  }

  /// Returns how many defects there are, kept or not.
  long badCount() {
    return badCount;
  }

  void refuse(long line, Flaw flaw) {
    badCount++;
    if (bad.size() < told) {
      bad.add(new BadLine(line, flaw));
    }
  }

  /// Refuses a line that was not UTF-8; returns whether it did.
  boolean refuseUnlessText(long line, String text) {
    if (text.indexOf(REPLACEMENT) < 0) {
      return false;
    }
    refuse(line, HashListDefect.NOT_UTF_8.of());
    return true;
  }

  /// Adds an entry, or notes why there is none.
  ///
  /// @param member empty where the list gives none
  void add(long line, String typeId, String value, String member, Remarks remarks) {
    Optional<SignalType> type = types.find(typeId);
    if (type.isEmpty()) {
      refuse(line, HashListDefect.UNKNOWN_SIGNAL_TYPE.of(String.join(", ", types.ids())));
      return;
    }
    try {
      boolean named = !member.isEmpty();
      String name = named ? member : "line-" + line;
      sink.accept(new HashListEntry(line, type.get().parse(value), name, named, remarks));
      goodCount++;
    } catch (MalformedSignalException e) {
      refuse(line, HashListDefect.notASignal(typeId, value, String.valueOf(e.getMessage())));
    }
  }
}
