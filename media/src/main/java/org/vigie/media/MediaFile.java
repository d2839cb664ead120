package org.vigie.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A media file: where its bytes are. A decoder takes a file from wherever it is; one in another
/// process takes a path. Prints its size only.
public sealed interface MediaFile {
  /// Takes bytes that are in memory already; they are not copied, and must not change.
  static MediaFile of(byte[] bytes) {
    return new Held(bytes);
  }

  /// Takes a file on a disk, which must not change while it is used.
  ///
  /// @throws IOException if its size cannot be read
  static MediaFile at(Path path) throws IOException {
    return new Stored(path, Files.size(path));
  }

  /// Returns how many bytes there are.
  long size();

  /// Opens the bytes, from the first on.
  InputStream open() throws IOException;

  /// A file in memory.
  final class Held implements MediaFile {
    private final byte[] bytes;

    private Held(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    /// Returns the bytes themselves, not a copy.
    byte[] bytes() {
      return bytes;
    }

    @Override
    public String toString() {
      return "Held[" + bytes.length + " bytes]";
    }
  }

  /// A file on a disk.
  ///
  /// @param size in bytes, when it was opened
  record Stored(Path path, long size) implements MediaFile {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }

    @Override
    public String toString() {
      return "Stored[" + size + " bytes]";
    }
  }
}
