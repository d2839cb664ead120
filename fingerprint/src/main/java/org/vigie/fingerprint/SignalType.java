package org.vigie.fingerprint;

/// A fingerprint algorithm: its name and the reading of its signals.
///
/// Implementations outside this library are found by [java.util.ServiceLoader]; see [SignalTypes].
public interface SignalType {
  /// Returns the identifier in lists, JSON and on screens: lowercase letters, digits and hyphens,
  /// such as `pdq`.
  String id();

  /// Reads the text form; the whole input, nothing trimmed.
  ///
  /// @throws MalformedSignalException if `text` is not exactly one signal of this type
  Signal parse(String text);

  /// Reads the binary form; the whole array.
  ///
  /// @throws MalformedSignalException if `bytes` is not exactly one signal of this type
  Signal ofBytes(byte[] bytes);
}
