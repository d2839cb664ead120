package org.vigie.server.outbound;

import org.vigie.server.outbound.calling.HeldMemory;

/// The content that a URL led to. Its memory counts until it is closed. Prints its size only.
/// Threads: one at a time.
public final class FetchedContent implements AutoCloseable {
  private final byte[] bytes;
  private final String mediaType;
  private final HeldMemory memory;

  FetchedContent(byte[] bytes, String mediaType, HeldMemory memory) {
    this.bytes = bytes;
    this.mediaType = mediaType;
    this.memory = memory;
  }

  /// Returns the content itself, not a copy.
  public byte[] bytes() {
    return bytes;
  }

  /// Returns the type as the host says, such as `image/jpeg`; empty if it does not.
  public String mediaType() {
    return mediaType;
  }

  @Override
  public String toString() {
    return "FetchedContent[" + bytes.length + " bytes]";
  }

  @Override
  public void close() {
    memory.close();
  }
}
