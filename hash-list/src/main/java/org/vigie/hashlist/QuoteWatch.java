package org.vigie.hashlist;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Passes CSV on, and knows whether a quoted field is still open.
///
/// The CSV parser takes the end of the text for the end of a quoted field. A quote that is never
/// closed then makes one field of all rows after it, and a list loses them without an error.
/// Threads: one at a time.
final class QuoteWatch extends FilterReader {
  private enum Place {
    FIELD_START,
    UNQUOTED,
    QUOTED,
    AFTER_QUOTE
  }

  private final char separator;
  private Place place = Place.FIELD_START;

  /// @param separator of fields
  QuoteWatch(Reader text, char separator) {
    super(text);
    this.separator = separator;
  }

  /// Returns whether the text read so far ends inside a quoted field.
  boolean isOpen() {
    return place == Place.QUOTED;
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    if (c >= 0) {
      place = after((char) c);
    }
    return c;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    for (int i = offset; i < offset + count; i++) {
      place = after(buffer[i]);
    }
    return count;
  }

  private Place after(char c) {
    return switch (place) {
      case QUOTED -> c == '"' ? Place.AFTER_QUOTE : Place.QUOTED;
      case AFTER_QUOTE -> c == '"' ? Place.QUOTED : afterUnquoted(c);
      case FIELD_START -> c == '"' ? Place.QUOTED : afterUnquoted(c);
      case UNQUOTED -> afterUnquoted(c);
    };
  }

  private Place afterUnquoted(char c) {
    return c == separator || c == '\n' || c == '\r' ? Place.FIELD_START : Place.UNQUOTED;
  }
}
