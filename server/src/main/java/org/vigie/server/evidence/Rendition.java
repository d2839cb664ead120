package org.vigie.server.evidence;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/// A veiled picture: a small grey PNG file.
public final class Rendition {
  public static final String MEDIA_TYPE = "image/png";

  private final byte[] png;

  public Rendition(byte[] png) {
    this.png = png;
  }

  /// Returns the file.
  public InputStream content() {
    return new ByteArrayInputStream(png);
  }

  /// Returns the length of the file in bytes.
  public int length() {
    return png.length;
  }
}
