package org.vigie.server.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where a measure holds.
///
/// @param countries codes of ISO 3166-1, such as `FR`; none means everywhere
public record Territory(Set<String> countries) {
  /// The whole world.
  public static final Territory EVERYWHERE = new Territory(Set.of());

  private static final class Known {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());
  }

  public Territory {
    countries = Set.copyOf(countries);
    if (!Known.CODES.containsAll(countries)) {
      throw new IllegalArgumentException("a territory has countries of ISO 3166-1");
    }
  }

  /// Returns a territory of countries; empty if one of them has no such code.
  public static Optional<Territory> of(Set<String> countries) {
    return Known.CODES.containsAll(countries)
        ? Optional.of(new Territory(countries))
        : Optional.empty();
  }
}
