package org.vigie.fingerprint;

import java.util.Locale;

/// Says that a text or an array of bytes is not a signal of the type it was read as.
///
/// The message names the defect and its place, never the value: signals do not belong in logs.
public final class MalformedSignalException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// @param defect the error and its place, such as `expected 64 hex digits, found 63 characters`
  public MalformedSignalException(SignalType type, String defect) {
    super(String.format(Locale.ROOT, "not a %s signal: %s", type.id(), defect));
  }
}
