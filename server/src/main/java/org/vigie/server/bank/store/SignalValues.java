package org.vigie.server.bank.store;

import java.util.Map;
import org.vigie.fingerprint.Signal;
import org.vigie.fingerprint.SignalType;
import org.vigie.fingerprint.SignalTypes;

/// Signals as the database stores them: the identifier of a type, and the binary form.
public final class SignalValues {
  private final SignalTypes types;

  public SignalValues(SignalTypes types) {
    this.types = types;
  }

  /// Returns the types that this installation knows.
  public SignalTypes types() {
    return types;
  }

  /// Reads a stored signal.
  ///
  /// @throws UnknownSignalTypeException if the type is not installed: its plug-in is missing
  Signal signal(String type, byte[] value) {
    SignalType known = types.find(type).orElseThrow(() -> new UnknownSignalTypeException(type));
    return known.ofBytes(value);
  }

  /// The database has signals of a type that this installation does not know, so no answer about
  /// matches is possible.
  static final class UnknownSignalTypeException extends RuntimeException {
    private final transient Map<String, String> fields;

    UnknownSignalTypeException(String type) {
      super("the database has signals of a type that is not installed");
      this.fields = Map.of("type", type);
    }

    Map<String, String> fields() {
      return fields;
    }
  }
}
