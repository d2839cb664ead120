package org.vigie.server.review.viewing;

/// Covers media until the viewer asks to see it. It reduces exposure; it is no access control.
///
/// @param blur its strength, 0 (none) to 4
/// @param grey whether pictures and films lose their colours
/// @param mute whether films and sounds begin without sound
public record Veil(int blur, boolean grey, boolean mute) {
  /// The strongest blur.
  public static final int STRONGEST = 4;

  /// The default.
  public static final Veil USUAL = new Veil(2, true, true);

  public Veil {
    if (!isBlur(blur)) {
      throw new IllegalArgumentException("a blur is 0 to " + STRONGEST);
    }
  }

  /// Returns whether a number can be the strength of a blur.
  public static boolean isBlur(int strength) {
    return strength >= 0 && strength <= STRONGEST;
  }

  /// Returns the weakest veil that covers no less than either of two.
  public Veil atLeast(Veil other) {
    return new Veil(Math.max(blur, other.blur), grey || other.grey, mute || other.mute);
  }
}
