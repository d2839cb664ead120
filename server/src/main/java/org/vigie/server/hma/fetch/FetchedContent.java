package org.vigie.server.hma.fetch;

import org.vigie.server.scan.Media;

/// What a URL led to. Its memory counts until it is closed. Threads: one at a time.
public final class FetchedContent implements AutoCloseable {
  private final Media media;
  private final String mediaType;
  private final HeldMemory memory;

  FetchedContent(Media media, String mediaType, HeldMemory memory) {
    this.media = media;
    this.mediaType = mediaType;
    this.memory = memory;
  }

  public Media media() {
    return media;
  }

  /// Returns the type as the host says, such as `image/jpeg`; empty if it does not.
  public String mediaType() {
    return mediaType;
  }

  @Override
  public void close() {
    memory.close();
  }
}
