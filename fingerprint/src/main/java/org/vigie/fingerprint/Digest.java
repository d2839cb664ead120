package org.vigie.fingerprint;

import java.util.HexFormat;

/// A digest of a file's bytes: equal bytes, equal digest; one changed bit, another digest.
///
/// @param text the digest in lowercase hex digits, two for each byte
public record Digest(DigestType type, String text) implements ExactSignal {
  /// @throws MalformedSignalException if `text` is not the right number of lowercase hex digits
  public Digest {
    if (!Hex.print(Hex.parse(type, text, type.size())).equals(text)) {
      throw new MalformedSignalException(type, "uppercase hex digits; parse() lowers them");
    }
  }

  /// Computes the digest of a whole file.
  public static Digest of(DigestType type, byte[] file) {
    return type.ofBytes(type.newMessageDigest().digest(file));
  }

  @Override
  public byte[] bytes() {
    return HexFormat.of().parseHex(text);
  }

  /// Prints the type only: signals do not belong in logs.
  @Override
  public String toString() {
    return "Digest[" + type + "]";
  }
}
