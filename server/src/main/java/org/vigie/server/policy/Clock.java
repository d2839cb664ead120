package org.vigie.server.policy;

import java.util.Map;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.Language;

/// A deadline or minimum time that a legal regime sets, or the operator if the law names none.
///
/// @param key small letters, digits and hyphens: `tco-removal`
/// @param names for people, in every language of the screens
/// @param regime the law, as people cite it: `Regulation (EU) 2021/784, Art. 3(3)`
/// @param bound whether it is a deadline or a minimum
/// @param term its length, from receipt or from the event that the names describe
public record Clock(
    String key, Map<Language, String> names, String regime, Bound bound, LegalTerm term) {
  public Clock {
    names = Map.copyOf(names);
  }

  /// Whether a time is a deadline or a minimum.
  public enum Bound {
    /// A deadline: something has to be done before the time ends.
    WITHIN,
    /// A minimum: something has to be kept or stay possible until the time ends.
    AT_LEAST;

    /// Returns the word in YAML and JSON: `at-least`.
    public String word() {
      return EnumWords.of(this);
    }
  }
}
