package org.vigie.platform.postgres;

import java.util.Locale;

/// One file of the write-ahead log, by its place in it.
///
/// Text form: 24 hex digits, eight each for timeline, high and low part of the number. With
/// segments of 16 MB, as `initdb` makes them, the low part goes to 255 (`xlog_internal.h`).
record WalSegment(int timeline, long number) {
  private static final long SEGMENTS_PER_HIGH = 256;

  static WalSegment parse(String name) {
    if (!name.matches("[0-9A-F]{16}000000[0-9A-F]{2}")) {
      throw new IllegalArgumentException("not a segment of 16 MB of the log: " + name);
    }
    long high = Long.parseLong(name.substring(8, 16), 16);
    long low = Long.parseLong(name.substring(16), 16);
    return new WalSegment(
        Integer.parseUnsignedInt(name.substring(0, 8), 16), high * SEGMENTS_PER_HIGH + low);
  }

  String name() {
    return String.format(
        Locale.ROOT,
        "%08X%08X%08X",
        timeline,
        number / SEGMENTS_PER_HIGH,
        number % SEGMENTS_PER_HIGH);
  }

  WalSegment next() {
    return new WalSegment(timeline, number + 1);
  }

  boolean isUpTo(WalSegment last) {
    return number <= last.number;
  }
}
