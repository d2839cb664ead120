package org.vigie.fingerprint;

/// A signal with a distance of its own, as PhotoDNA or TMK have; found by comparing with every
/// member.
public non-sealed interface MetricSignal extends Signal {
  /// Returns the distance, 0 for equal signals, in the unit in which radii of this type are given.
  ///
  /// @throws IllegalArgumentException if `other` is of another type
  int distanceTo(MetricSignal other);
}
