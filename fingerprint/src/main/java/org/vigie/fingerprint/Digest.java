package org.vigie.fingerprint;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// A digest of a file's bytes: equal bytes, equal digest; one changed bit, another digest.
///
/// Text form: two hex digits for each byte, printed in lower case. Binary form: the bytes. Held
/// as words, since an index keeps many millions.
///
/// @param w3 the first eight bytes; the words after the digest's end are 0
public record Digest(DigestType type, long w3, long w2, long w1, long w0) implements ExactSignal {
  /// The length of the longest digest.
  private static final int WORD_BYTES = 4 * Long.BYTES;

  /// Checks that all bits after the digest's end are zero, so that equal digests are equal.
  ///
  /// @throws MalformedSignalException if a bit beyond the length of the type is set
  public Digest {
    int size = type.size();
    if ((after(w3, size) | after(w2, size - 8) | after(w1, size - 16) | after(w0, size - 24))
        != 0) {
      throw new MalformedSignalException(type, "more than " + size + " bytes");
    }
  }

  /// Returns a word without its first `bytes` bytes; all of it if `bytes` is 0 or negative.
  private static long after(long word, int bytes) {
    return bytes >= Long.BYTES ? 0 : word << Byte.SIZE * Math.max(0, bytes);
  }

  /// Computes the digest of a whole file.
  public static Digest of(DigestType type, byte[] file) {
    return type.ofBytes(type.newMessageDigest().digest(file));
  }

  /// Takes exactly as many bytes as the type has.
  static Digest ofExact(DigestType type, byte[] bytes) {
    ByteBuffer words = ByteBuffer.wrap(Arrays.copyOf(bytes, WORD_BYTES));
    return new Digest(type, words.getLong(), words.getLong(), words.getLong(), words.getLong());
  }

  @Override
  public String text() {
    return Hex.print(bytes());
  }

  @Override
  public byte[] bytes() {
    return Arrays.copyOf(padded(w3, w2, w1, w0), type.size());
  }

  private static byte[] padded(long w3, long w2, long w1, long w0) {
    ByteBuffer words = ByteBuffer.allocate(WORD_BYTES);
    return words.putLong(w3).putLong(w2).putLong(w1).putLong(w0).array();
  }

  /// Prints the type only: signals do not belong in logs.
  @Override
  public String toString() {
    return "Digest[" + type + "]";
  }
}
