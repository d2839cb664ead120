package org.vigie.hashlist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One kind of thing that can be wrong with a line; the constants of an enum.
public interface LineDefect {
  /// Returns the name of the constant.
  String name();

  /// Returns the English clause, with `{0}`, `{1}` … for the values.
  String pattern();

  /// Returns whether it makes the whole list unusable, even without its bad lines.
  default boolean isOfWholeList() {
    return false;
  }

  /// Returns the stable name that programs read: `unknown-signal-type`.
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Returns the flaw of a line that has this defect.
  ///
  /// @param values for the pattern, without the signal itself
  default Flaw of(Object... values) {
    List<String> words = Arrays.stream(values).map(String::valueOf).toList();
    String reason = pattern();
    for (int i = 0; i < words.size(); i++) {
      reason = reason.replace("{" + i + "}", words.get(i));
    }
    return new Flaw(word(), words, reason);
  }
}
