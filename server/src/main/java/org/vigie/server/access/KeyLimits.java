package org.vigie.server.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The limits of an API key, besides its scopes and its rate.
///
/// @param expiresAt from this moment on it does not count; empty for no end
/// @param networks from which it may be used, at most [#MOST_NETWORKS]; empty for all
/// @param test whether it is a key for tests
public record KeyLimits(Optional<Instant> expiresAt, List<Network> networks, boolean test) {
  public static final int MOST_NETWORKS = 50;

  /// No end, any network, and no test.
  public static final KeyLimits NONE = new KeyLimits(Optional.empty(), List.of(), false);

  public KeyLimits {
    networks = List.copyOf(networks);
    if (networks.size() > MOST_NETWORKS) {
      throw new IllegalArgumentException(
          "an API key has at most " + MOST_NETWORKS + " networks: " + networks.size());
    }
  }

  /// Returns the last day on which the key counts, in UTC; empty for no end.
  public Optional<LocalDate> lastDay() {
    return expiresAt.map(KeyEnds::lastDay);
  }

  /// Returns these limits with another end.
  KeyLimits until(Instant end) {
    return new KeyLimits(Optional.of(end), networks, test);
  }

  public boolean isOver(Instant now) {
    return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
  }

  /// Returns whether a key with these limits may be used from there: not from an address that is
  /// not known, if it is bound to networks.
  public boolean allow(CallerAddress from) {
    return networks.isEmpty()
        || from.text()
            .filter(address -> networks.stream().anyMatch(each -> each.contains(address)))
            .isPresent();
  }
}
