package org.vigie.platform.blob;

/// Vigie's credentials at an object store.
///
/// @param accessKey names their owner
/// @param secretKey signs each request, and never leaves this machine
public record BucketKeys(String accessKey, String secretKey) {
  public BucketKeys {
    if (accessKey.isBlank() || secretKey.isBlank()) {
      throw new IllegalArgumentException("an access key and its secret key belong together");
    }
  }

  /// Says nothing of the keys, as this may end up in a log.
  @Override
  public String toString() {
    return "BucketKeys[]";
  }
}
