package org.vigie.server.bank;

import java.util.Optional;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.Signal;

/// A signal to look for.
///
/// @param quality 0 to 100 as far as the signal type has one, else 100
/// @param orientation the turn of the picture that gave this signal; empty for digests
public record SoughtSignal(Signal signal, int quality, Optional<Dihedral> orientation) {
  public static final int FULL_QUALITY = 100;

  /// Returns a signal of full quality and unknown orientation.
  public static SoughtSignal of(Signal signal) {
    return new SoughtSignal(signal, FULL_QUALITY, Optional.empty());
  }
}
