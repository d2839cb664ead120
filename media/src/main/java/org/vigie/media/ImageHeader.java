package org.vigie.media;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// The format by its first bytes: names on files and declared media types are not asked.
final class ImageHeader {
  private ImageHeader() {}

  static Optional<MediaFormat> sniff(MemorySegment file) {
    FileBytes bytes = FileBytes.bigEndian(file);
    for (MediaFormat format : MediaFormat.values()) {
      if (begins(bytes, format)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  private static boolean begins(FileBytes file, MediaFormat format) {
    return switch (format) {
      case JPEG -> file.has(0, "\u00ff\u00d8\u00ff");
      case PNG -> file.has(0, "\u0089PNG\r\n\u001a\n");
      case GIF -> file.has(0, "GIF87a") || file.has(0, "GIF89a");
      case BMP -> file.has(0, "BM");
      case TIFF -> TiffDirectory.begins(file);
      case WEBP -> file.has(0, "RIFF") && file.has(8, "WEBP");
    };
  }
}
