package org.vigie.server.frame.document;

import java.util.List;

/// A sentence about a parameter or a field, and the words that it can have.
///
/// @param closed empty where it can be anything of its type
record Words(String sentence, List<String> closed) {
  Words {
    closed = List.copyOf(closed);
  }

  /// Reads a sentence, or a list of a sentence and of the words.
  static Words of(Object yaml) {
    return yaml instanceof List<?> pair
        ? new Words(String.valueOf(pair.get(0)), strings(pair.get(1)))
        : new Words(String.valueOf(yaml), List.of());
  }

  private static List<String> strings(Object yaml) {
    return ((List<?>) yaml).stream().map(String::valueOf).toList();
  }
}
