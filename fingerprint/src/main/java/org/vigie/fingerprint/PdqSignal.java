package org.vigie.fingerprint;

import java.nio.ByteBuffer;

/// A PDQ signal: 256 bits, compared by Hamming distance.
///
/// Text form: exactly 64 hex digits, bit 255 first, printed in lower case. Binary form: 32 bytes,
/// bit 255 first. Source: `docs/formats/pdq.md` §5.
///
/// @param w3 bits 255..192, the first 16 digits of the text form
public record PdqSignal(long w3, long w2, long w1, long w0) implements HammingSignal {
  /// The signal of a picture too small to have one; its quality is 0, so it is never matched.
  public static final PdqSignal ZERO = new PdqSignal(0, 0, 0, 0);

  /// The largest distance at which PDQ signals match unless a bank says otherwise.
  public static final int DEFAULT_RADIUS = 31;

  /// The least quality at which a PDQ signal is matched unless a bank says otherwise.
  public static final int DEFAULT_MIN_QUALITY = 50;

  /// The most bits that the signal of a picture has set; `docs/formats/pdq.md` §3 has the proof.
  /// Without ties it has exactly so many.
  public static final int MAX_BITS_SET = BITS / 2;

  /// PDQ as a type.
  public static final SignalType TYPE = new Type();

  /// Reads the text form.
  ///
  /// @throws MalformedSignalException if `text` is not exactly 64 hex digits
  public static PdqSignal parse(String text) {
    return ofBytes(Hex.parse(TYPE, text, BITS / Byte.SIZE));
  }

  /// Reads the binary form.
  ///
  /// @throws MalformedSignalException if `bytes` is not exactly 32 bytes
  public static PdqSignal ofBytes(byte[] bytes) {
    if (bytes.length != BITS / Byte.SIZE) {
      throw new MalformedSignalException(TYPE, "expected 32 bytes, found " + bytes.length);
    }
    ByteBuffer words = ByteBuffer.wrap(bytes);
    return new PdqSignal(words.getLong(), words.getLong(), words.getLong(), words.getLong());
  }

  /// Returns the number of set bits, 0 to 256.
  public int bitsSet() {
    return Long.bitCount(w3) + Long.bitCount(w2) + Long.bitCount(w1) + Long.bitCount(w0);
  }

  /// Returns whether a picture can have this signal. One that no picture has matches nothing but
  /// by chance: it is another kind of hash, or a mistake.
  public boolean isOfSomePicture() {
    return bitsSet() <= MAX_BITS_SET;
  }

  @Override
  public SignalType type() {
    return TYPE;
  }

  @Override
  public String text() {
    return Hex.print(bytes());
  }

  @Override
  public byte[] bytes() {
    return ByteBuffer.allocate(BITS / Byte.SIZE)
        .putLong(w3)
        .putLong(w2)
        .putLong(w1)
        .putLong(w0)
        .array();
  }

  /// Prints the type only: signals do not belong in logs.
  @Override
  public String toString() {
    return "PdqSignal";
  }

  private static final class Type implements SignalType {
    @Override
    public String id() {
      return "pdq";
    }

    @Override
    public DistanceScale scale() {
      return new DistanceScale.DifferingBits(BITS);
    }

    @Override
    public PdqSignal parse(String text) {
      return PdqSignal.parse(text);
    }

    @Override
    public PdqSignal ofBytes(byte[] bytes) {
      return PdqSignal.ofBytes(bytes);
    }
  }
}
