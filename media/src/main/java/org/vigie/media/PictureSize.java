package org.vigie.media;

/// How large a picture says it is.
///
/// @param width columns, 0 to 2³² - 1 as far as a header can say
/// @param height rows, the same
record PictureSize(long width, long height) {
  /// Returns the number of pixels, which fits a long for every header.
  long pixels() {
    return width > 0 && height > Long.MAX_VALUE / width ? Long.MAX_VALUE : width * height;
  }

  int columns() {
    return Math.toIntExact(width);
  }

  int rows() {
    return Math.toIntExact(height);
  }
}
