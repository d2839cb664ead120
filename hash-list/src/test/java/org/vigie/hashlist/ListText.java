package org.vigie.hashlist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vigie.fingerprint.SignalTypes;

/// A list read from memory, usable or not.
record ListText(List<HashListEntry> entries, HashListReading reading, ReadingTerms terms) {
  static ListText of(String text) {
    return of(text, ReadingTerms.STRICT);
  }

  static ListText of(String text, ReadingTerms terms) {
    return of(text.getBytes(StandardCharsets.UTF_8), terms);
  }

  static ListText of(byte[] bytes, ReadingTerms terms) {
    List<HashListEntry> entries = new ArrayList<>();
    HashListReader reader = new HashListReader(SignalTypes.installed());
    try {
      HashListReading reading =
          reader.readEach(new ByteArrayInputStream(bytes), terms, entries::add, 100);
      return new ListText(entries, reading, terms);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isUsable() {
    return reading.isUsable(terms);
  }

  /// Returns each entry as `line type:value category`, if the list can be used.
  List<String> lines() {
    if (!isUsable()) {
      throw new AssertionError("the list is refused: " + defects());
    }
    return entries.stream()
        .map(e -> e.line() + " " + e.signal().type().id() + ":" + e.signal().text()
            + (e.category() == null ? "" : " " + e.category()))
        .toList();
  }

  /// Returns each defect as `line name`, if the list cannot be used.
  List<String> defects() {
    if (isUsable()) {
      throw new AssertionError("the list is read");
    }
    return bad();
  }

  /// Returns each bad line as `line name`.
  List<String> bad() {
    return reading.badLines().stream()
        .map(bad -> bad.line() + " " + bad.flaw().defect())
        .toList();
  }
}
