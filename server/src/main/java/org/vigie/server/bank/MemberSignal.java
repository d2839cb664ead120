package org.vigie.server.bank;

import java.util.OptionalInt;
import org.vigie.fingerprint.Signal;

/// A signal of a member.
///
/// @param quality 0 to 100, if known
public record MemberSignal(Signal signal, OptionalInt quality) {
  public MemberSignal {
    if (quality.isPresent() && (quality.getAsInt() < 0 || quality.getAsInt() > 100)) {
      throw new IllegalArgumentException("a quality is 0 to 100: " + quality.getAsInt());
    }
  }

  /// Returns a signal of unknown quality.
  public static MemberSignal of(Signal signal) {
    return new MemberSignal(signal, OptionalInt.empty());
  }
}
