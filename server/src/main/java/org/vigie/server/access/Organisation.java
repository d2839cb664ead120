package org.vigie.server.access;

import java.util.Locale;
import java.util.Set;

/// A body that people may belong to.
///
/// @param name 1 to 100 characters, unlike that of any other
/// @param country its ISO 3166-1 code of two capitals
public record Organisation(OrganisationId id, String name, Kind kind, String country) {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  public Organisation {
    if (!PersonName.isValid(name)) {
      throw new IllegalArgumentException("the name of an organisation has 1 to 100 characters");
    }
    if (!isCountry(country)) {
      throw new IllegalArgumentException("a country is an ISO 3166-1 code of two capitals");
    }
  }

  /// The kind of an organisation.
  public enum Kind {
    OPERATOR,
    MESSENGER,
    HOTLINE,
    NGO,
    AUTHORITY
  }

  /// Returns whether a text is the code of a country.
  public static boolean isCountry(String text) {
    return COUNTRIES.contains(text);
  }
}
