package org.vigie.platform.blob;

import java.net.URI;
import java.util.Optional;

/// A place in an S3-compatible object store.
///
/// @param name of the bucket
/// @param endpoint the store's address; empty for Amazon's own in the region
/// @param region as the store calls it
/// @param prefix of every key, empty or ending in a slash; letters, digits and `._-/`
/// @param pathStyle whether the bucket is in the path rather than in the host name
public record Bucket(
    String name, Optional<URI> endpoint, String region, String prefix, boolean pathStyle) {
  public Bucket {
    if (!name.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
      throw new IllegalArgumentException(
          "the name of a bucket has 3 to 63 lowercase letters, digits, dots and dashes");
    }
    if (!prefix.matches("([A-Za-z0-9._-]+/)*")) {
      throw new IllegalArgumentException(
          "a prefix is empty, or has letters, digits, dots, dashes and underscores"
              + " between slashes, and ends in a slash");
    }
    if (endpoint.filter(Bucket::isNoAddress).isPresent()) {
      throw new IllegalArgumentException("an endpoint is the https or http address of a server");
    }
  }

  private static boolean isNoAddress(URI endpoint) {
    boolean web = "https".equals(endpoint.getScheme()) || "http".equals(endpoint.getScheme());
    return !web || endpoint.getHost() == null || endpoint.getUserInfo() != null;
  }

  /// Returns how people find it: `bucket vigie at https://s3.example.org`.
  public String place() {
    return "bucket " + name + " at " + endpoint.map(URI::toString).orElse("Amazon S3 in " + region);
  }
}
