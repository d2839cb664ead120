package org.vigie.server.scan;

/// Media has more bytes than are accepted.
public final class MediaTooLargeException extends RuntimeException {
  private final int maxBytes;

  MediaTooLargeException(int maxBytes) {
    super("media has more bytes than are accepted");
    this.maxBytes = maxBytes;
  }

  /// Returns the limit in bytes.
  public int maxBytes() {
    return maxBytes;
  }
}
