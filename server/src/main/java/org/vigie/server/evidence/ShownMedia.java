package org.vigie.server.evidence;

import java.util.Set;

/// The media that browsers show and run nothing of. All other content is sent as a file, so that
/// no browser makes a page of it.
public final class ShownMedia {
  public static final Set<String> TYPES = Set.of(
      "image/jpeg",
      "image/png",
      "image/gif",
      "image/webp",
      "image/avif",
      "image/bmp",
      "video/mp4",
      "video/webm",
      "audio/mpeg",
      "audio/ogg");

  private ShownMedia() {}
}
