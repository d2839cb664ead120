package org.vigie.fingerprint;

/// A fingerprint value of one [SignalType]; equal signals have the same type and bits.
///
/// Sealed by how two signals are compared, open to new algorithms within each way.
public sealed interface Signal permits ExactSignal, HammingSignal, MetricSignal {
  /// Returns the algorithm that made this signal.
  SignalType type();

  /// Returns the canonical text form, which [SignalType#parse] of the same type reads back.
  String text();

  /// Returns a fresh copy of the binary form, which [SignalType#ofBytes] of the same type reads
  /// back.
  byte[] bytes();
}
