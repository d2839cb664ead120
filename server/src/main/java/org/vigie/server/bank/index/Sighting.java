package org.vigie.server.bank.index;

import java.util.Comparator;
import java.util.Optional;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.ExactSignal;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.Match;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.SoughtSignal;

/// A signal of a piece of content beside a signal of a member that takes part.
///
/// @param member its number
/// @param disputed whether the member is disputed
record Sighting(Bank bank, long member, int distance, SoughtSignal sought, boolean disputed) {
  /// The nearest first; among equally near ones digests first, then in the order of the turns.
  static final Comparator<Sighting> NEAREST_FIRST = Comparator.comparingInt(Sighting::distance)
      .thenComparing(sighting -> !sighting.isExact())
      .thenComparing(sighting -> sighting.sought.orientation().orElse(Dihedral.ORIGINAL))
      .thenComparingInt(sighting -> sighting.bank.id().value())
      .thenComparingLong(Sighting::member)
      .thenComparing(sighting -> sighting.sought.signal().type().id());

  boolean isExact() {
    return sought.signal() instanceof ExactSignal;
  }

  boolean isPositive() {
    return bank.kind() == BankKind.POSITIVE;
  }

  boolean isOfSameType(Sighting other) {
    return sought.signal().type().equals(other.sought.signal().type());
  }

  Match match() {
    Optional<Dihedral> orientation = isExact() ? Optional.empty() : sought.orientation();
    return new Match(
        bank, new MemberId(member), sought.signal().type(), distance, orientation, disputed);
  }
}
