package org.vigie.server.policy;

/// How content resembles known content, the surest first.
public enum Resemblance {
  /// A digest is equal, so it is the same file.
  IDENTICAL,
  /// A perceptual fingerprint is near, so it looks almost the same.
  SIMILAR;

  /// Returns the word in policies and in names of rules: `perceptual`.
  public String word() {
    return switch (this) {
      case IDENTICAL -> "exact";
      case SIMILAR -> "perceptual";
    };
  }
}
