package org.vigie.platform.blob;

/// The address of a blob: the SHA-256 of its bytes.
///
/// @param sha256 exactly 64 lowercase hex digits
public record BlobAddress(String sha256) {
  public BlobAddress {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not the address of a blob, expected 64 hex digits");
    }
  }
}
