package org.vigie.server.evidence.seal;

/// A data key that only the key that wrapped it can open.
public final class WrappedKey {
  private final String by;
  private final byte[] bytes;

  /// Takes a copy of the bytes.
  ///
  /// @param by the name of the key that wrapped it
  public WrappedKey(String by, byte[] bytes) {
    this.by = by;
    this.bytes = bytes.clone();
  }

  public String by() {
    return by;
  }

  /// Returns a copy.
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "WrappedKey[by " + by + "]";
  }
}
