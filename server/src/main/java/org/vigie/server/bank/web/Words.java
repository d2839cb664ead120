package org.vigie.server.bank.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.server.frame.ProblemException;

/// Values of enums as words in JSON and addresses: `SET_ASIDE` is `set-aside`.
final class Words {
  private Words() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> of(value).equals(word))
        .findFirst();
  }

  /// @throws ProblemException if there is no such word
  static <E extends Enum<E>> E parse(Class<E> type, String field, String word) {
    return find(type, word)
        .orElseThrow(() -> ProblemException.ofField(field, "This is one of: " + all(type) + "."));
  }

  private static <E extends Enum<E>> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "));
  }
}
