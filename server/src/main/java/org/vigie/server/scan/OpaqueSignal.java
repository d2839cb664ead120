package org.vigie.server.scan;

import java.util.HexFormat;
import org.vigie.fingerprint.ExactSignal;
import org.vigie.fingerprint.SignalType;

/// A stored signal of a type that is not installed: shown, and compared with nothing.
///
/// @param text its bytes in hex, in lower case, as nobody knows the text form of its type
public record OpaqueSignal(SignalType type, String text) implements ExactSignal {
  /// Keeps the bytes as they are.
  public static OpaqueSignal of(SignalType type, byte[] bytes) {
    return new OpaqueSignal(type, HexFormat.of().formatHex(bytes));
  }

  @Override
  public byte[] bytes() {
    return HexFormat.of().parseHex(text);
  }

  /// Prints the type only: signals do not belong in logs.
  @Override
  public String toString() {
    return "OpaqueSignal[" + type.id() + "]";
  }
}
