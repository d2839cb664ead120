package org.vigie.server.policy.text;

/// A place in a text.
///
/// @param line from 1
/// @param column from 1, in characters (Unicode code points)
record Place(int line, int column) {
  static final Place START = new Place(1, 1);

  /// Returns the place behind a beginning of a text.
  static Place behind(CharSequence beginning) {
    int line = 1;
    int column = 1;
    int before = 0;
    for (int character : beginning.codePoints().toArray()) {
      if (character == '\n' && before == '\r') {
        before = character;
        continue;
      }
      boolean ends = character == '\n' || character == '\r';
      line = ends ? line + 1 : line;
      column = ends ? 1 : column + 1;
      before = character;
    }
    return new Place(line, column);
  }
}
