package org.vigie.server.bank;

import java.util.Comparator;
import java.util.Optional;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.SignalType;

/// A member near some content, whether or not it matches: it explains a missing match.
///
/// @param distance on the scale of the signal type; 0 for exact ones
/// @param orientation the turn by which the content is nearest; empty for digests
public record Neighbour(
    Bank bank, MemberId member, SignalType type, int distance, Optional<Dihedral> orientation) {
  /// The nearest first; of equally near ones the oldest.
  public static final Comparator<Neighbour> NEAREST_FIRST = Comparator.comparingInt(
          Neighbour::distance)
      .thenComparingLong(near -> near.member().value());
}
