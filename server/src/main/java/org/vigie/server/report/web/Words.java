package org.vigie.server.report.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.server.frame.ProblemException;

/// Words of JSON for values of enums.
final class Words {
  private Words() {}

  /// Returns the value with a word.
  static <E extends Enum<E>> Optional<E> find(
      Class<E> type, Function<E, String> word, @Nullable String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> word.apply(value).equals(text))
        .findFirst();
  }

  /// @throws ProblemException if the word is unknown, listing the known words
  static <E extends Enum<E>> E read(
      Class<E> type, Function<E, String> word, String field, @Nullable String text) {
    return find(type, word, text)
        .orElseThrow(() -> ProblemException.ofField(
            field,
            Arrays.stream(type.getEnumConstants())
                .map(word)
                .collect(Collectors.joining(", ", "This is one of: ", "."))));
  }
}
