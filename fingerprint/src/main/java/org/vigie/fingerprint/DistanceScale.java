package org.vigie.fingerprint;

/// The way to compare signals of a type, and the meaning of a distance between two. Equal
/// signals have distance 0 on every scale.
///
/// Programs that show or judge a match switch over the scale of its [SignalType], so that a new
/// type needs no change of them.
public sealed interface DistanceScale {
  /// Equal or not. A match has distance 0 and says that the content is the same, bit for bit; no
  /// radius applies.
  record Equality() implements DistanceScale {
    @Override
    public int most() {
      return 0;
    }
  }

  /// The number of bits that differ. A match says that the content is alike.
  ///
  /// @param most the bits of a signal
  record DifferingBits(int most) implements DistanceScale {}

  /// A distance that the type defines, in the unit of its radii. A match says that the content is
  /// alike.
  ///
  /// @param most [Integer#MAX_VALUE] where the type sets no bound
  record OwnUnit(int most) implements DistanceScale {}

  /// Returns the largest distance that two signals can have.
  int most();

  /// Returns whether a match says that content is the same, bit for bit. Otherwise it says that
  /// content is alike, and radius, quality and orientation apply.
  default boolean isExact() {
    return this instanceof Equality;
  }
}
