package org.vigie.server.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.vigie.media.MediaFile;

/// Reads fetched content.
final class Fetched {
  private Fetched() {}

  static byte[] bytes(FetchedContent content) {
    try (InputStream in = MediaFile.of(content.bytes()).open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
