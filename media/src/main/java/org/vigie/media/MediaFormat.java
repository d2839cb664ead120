package org.vigie.media;

import java.util.Locale;

/// The formats read here.
public enum MediaFormat {
  JPEG,
  PNG,
  GIF,
  BMP,
  TIFF,
  WEBP;

  /// Returns the IANA media type.
  public String mediaType() {
    return "image/" + name().toLowerCase(Locale.ROOT);
  }
}
