package org.vigie.fingerprint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/// The digests that identify files bit for bit: 16, 20 and 32 bytes.
public enum DigestType implements SignalType {
  MD5("MD5", 16),
  SHA1("SHA-1", 20),
  SHA256("SHA-256", 32);

  private final String id = name().toLowerCase(Locale.ROOT);
  private final String algorithm;
  private final int size;

  DigestType(String algorithm, int size) {
    this.algorithm = algorithm;
    this.size = size;
  }

  /// Returns the number of bytes of a digest.
  public int size() {
    return size;
  }

  /// Returns a new computation of this digest.
  public MessageDigest newMessageDigest() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has MD5, SHA-1 and SHA-256", e);
    }
  }

  /// Returns `md5`, `sha1` or `sha256`.
  @Override
  public String id() {
    return id;
  }

  @Override
  public DistanceScale scale() {
    return new DistanceScale.Equality();
  }

  @Override
  public Digest parse(String text) {
    return Digest.ofExact(this, Hex.parse(this, text, size));
  }

  @Override
  public Digest ofBytes(byte[] bytes) {
    if (bytes.length != size) {
      throw new MalformedSignalException(
          this, "expected " + size + " bytes, found " + bytes.length);
    }
    return Digest.ofExact(this, bytes);
  }
}
