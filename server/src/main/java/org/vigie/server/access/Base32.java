package org.vigie.server.access;

/// Bytes as small letters `a`-`z` and digits `2`-`7`, five bits each, without padding.
///
/// Source: RFC 4648 section 6, in small letters.
public final class Base32 {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int BITS = 5;
  private static final int MASK = 31;

  private Base32() {}

  /// Returns the text form; the last letter is filled up with zero bits.
  public static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte b : bytes) {
      held = (held << Byte.SIZE) | Byte.toUnsignedInt(b);
      for (bits += Byte.SIZE; bits >= BITS; bits -= BITS) {
        text.append(ALPHABET.charAt((held >>> (bits - BITS)) & MASK));
      }
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((held << (BITS - bits)) & MASK));
    }
    return text.toString();
  }
}
