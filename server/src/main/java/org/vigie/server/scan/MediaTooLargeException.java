package org.vigie.server.scan;

/// Media has more bytes than are accepted.
public final class MediaTooLargeException extends RuntimeException {
  private final int maxBytes;

  MediaTooLargeException(int maxBytes) {
    super("media has more bytes than are accepted");
    this.maxBytes = maxBytes;
  }

  /// Returns how many are accepted.
  public int maxBytes() {
    return maxBytes;
  }
}
