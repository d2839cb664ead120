package org.vigie.server.frame.edge;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How large the body of a request may be, and how long it may take to arrive.
///
/// @param maxBytes of an upload
/// @param maxTextBytes of JSON or of a form without files, which are held in memory
/// @param deadline from the first read to the end of the body
public record BodyLimits(long maxBytes, long maxTextBytes, Duration deadline) {
  private static final Set<String> TEXTS =
      Set.of("application/json", "application/x-www-form-urlencoded");

  /// Returns how many bytes a body of a media type may have.
  ///
  /// @param mediaType the header `Content-Type`, null where there is none
  long maxBytesOf(@Nullable String mediaType) {
    if (mediaType == null) {
      return maxBytes;
    }
    int end = mediaType.indexOf(';');
    String bare = (end < 0 ? mediaType : mediaType.substring(0, end)).strip();
    return TEXTS.contains(bare.toLowerCase(Locale.ROOT)) ? maxTextBytes : maxBytes;
  }
}
