package org.vigie.server.review;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.frame.EnumWords;

/// A measure with its scope, duration and countries.
///
/// @param word the measure: one of the policy for content, `suspend` or `ban` for
///     accounts and rooms
/// @param duration empty for a measure that holds until it is reversed
/// @param countries ISO 3166-1 codes; none means everywhere
public record ScopedMeasure(
    String word, On on, Optional<Duration> duration, Set<String> countries) {
  public ScopedMeasure {
    countries = Set.copyOf(countries);
  }

  /// The scope of a measure.
  public enum On {
    CONTENT,
    ACCOUNT,
    ROOM;

    /// Returns the word in JSON: `content`.
    public String word() {
      return EnumWords.of(this);
    }
  }
}
