package org.vigie.server.outbound;

import org.vigie.media.NativeBytes;

/// The content that a URL led to, outside the heap. Its memory counts until it is closed, and as
/// long as other work holds it. Prints its size only. Threads: one at a time.
public final class FetchedContent implements AutoCloseable {
  private final NativeBytes bytes;
  private final String mediaType;

  FetchedContent(NativeBytes bytes, String mediaType) {
    this.bytes = bytes;
    this.mediaType = mediaType;
  }

  /// Returns the content itself, not a copy; it is freed when this is closed.
  public NativeBytes bytes() {
    return bytes;
  }

  /// Returns the type as the host says, such as `image/jpeg`; empty if it does not.
  public String mediaType() {
    return mediaType;
  }

  @Override
  public String toString() {
    return "FetchedContent[" + bytes.size() + " bytes]";
  }

  @Override
  public void close() {
    bytes.close();
  }
}
