package org.vigie.server.hma.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.fingerprint.MalformedSignalException;
import org.vigie.fingerprint.Signal;
import org.vigie.server.hma.vocabulary.HmaContentType;
import org.vigie.server.hma.vocabulary.HmaProblems;
import org.vigie.server.hma.vocabulary.HmaSignalType;

/// Reads parameters as HMA does.
final class Parameters {
  private Parameters() {}

  /// Returns the words of a list with commas; none for an absent or empty one.
  static List<String> list(@Nullable String text) {
    return text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
  }

  /// Returns a truth value.
  ///
  /// @param name of the parameter
  static boolean truth(String name, @Nullable String text) {
    return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes" -> true;
      case "", "false", "0", "no" -> false;
      default -> throw HmaProblems.bad(name + " has to be true or false.");
    };
  }

  static HmaSignalType signalType(String word) {
    return HmaSignalType.of(word).orElseThrow(() -> HmaProblems.bad("No such signal type."));
  }

  static HmaContentType contentType(String word) {
    return HmaContentType.of(word).orElseThrow(() -> HmaProblems.bad("No such content type."));
  }

  /// Returns the signal types of a list with commas.
  static Set<HmaSignalType> signalTypes(@Nullable String text) {
    Set<HmaSignalType> types = EnumSet.noneOf(HmaSignalType.class);
    list(text).forEach(word -> types.add(signalType(word)));
    return types;
  }

  /// Returns a signal, whose text is in lower case, as HMA wants it; the message of a malformed
  /// one names the defect, never the value.
  static Signal signal(HmaSignalType type, String text) {
    try {
      Signal signal = type.type().parse(text);
      if (!signal.text().equals(text)) {
        throw HmaProblems.bad("The signal has to be in lower case.");
      }
      return signal;
    } catch (MalformedSignalException e) {
      throw HmaProblems.bad("The signal is " + e.getMessage() + ".");
    }
  }

  /// Returns a required parameter.
  ///
  /// @throws org.vigie.server.frame.ProblemException with the status 422 if it is not
  static String needed(String name, @Nullable String value) {
    return given(value).orElseThrow(() -> HmaProblems.missing(name));
  }

  /// Returns an optional parameter.
  static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).filter(value -> !value.isEmpty());
  }
}
