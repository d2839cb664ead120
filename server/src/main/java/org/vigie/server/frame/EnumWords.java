package org.vigie.server.frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Words that stand for enum constants in JSON, addresses, forms and columns: `SET_ASIDE` is
/// `set-aside`.
public final class EnumWords {
  private EnumWords() {}

  /// Returns the word of a constant: its name in small letters, with hyphens.
  public static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Returns the constant of a word. Returns empty if there is none, or no word.
  public static <E extends Enum<E>> Optional<E> find(Class<E> type, @Nullable String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> of(value).equals(word))
        .findFirst();
  }

  /// Returns the constant of a word that Vigie wrote itself.
  ///
  /// @throws IllegalStateException if there is none
  public static <E extends Enum<E>> E stored(Class<E> type, String word) {
    return find(type, word).orElseThrow(() -> new IllegalStateException("no enum has this word"));
  }

  /// Returns the constant of a word that somebody sent.
  ///
  /// @param field the name of the field that holds it
  /// @throws ProblemException if there is none, with a list of all words
  public static <E extends Enum<E>> E read(Class<E> type, String field, @Nullable String word) {
    return find(type, word)
        .orElseThrow(() -> ProblemException.ofField(field, "This is one of: " + all(type) + "."));
  }

  private static <E extends Enum<E>> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(EnumWords::of)
        .collect(Collectors.joining(", "));
  }
}
