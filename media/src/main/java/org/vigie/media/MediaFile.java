package org.vigie.media;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A media file: where its bytes are. A decoder takes a file from wherever it is; one in another
/// process takes a path. Prints its size only.
public sealed interface MediaFile {
  /// Takes bytes that are in memory already; they are not copied, and must not change.
  static MediaFile.Held of(byte[] bytes) {
    return new Held(MemorySegment.ofArray(bytes), null);
  }

  /// Takes bytes outside the heap; they are not copied, and must not change. Who owns them frees
  /// them.
  static MediaFile.Held of(NativeBytes bytes) {
    return new Held(bytes.segment(), bytes);
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

  /// A file in memory, in the heap or outside.
  final class Held implements MediaFile {
    private final MemorySegment segment;
    private final @Nullable NativeBytes owned;

    private Held(MemorySegment segment, @Nullable NativeBytes owned) {
      this.segment = segment;
      this.owned = owned;
    }

    @Override
    public long size() {
      return segment.byteSize();
    }

    /// Opens the bytes, from the first on. Reading throws [IllegalStateException] once they are
    /// freed.
    @Override
    public InputStream open() {
      return new SegmentStream(segment);
    }

    /// Returns the bytes themselves, not a copy.
    MemorySegment segment() {
      return segment;
    }

    /// Keeps the bytes from being freed; empty if they are freed.
    public Optional<NativeBytes.Hold> hold() {
      return owned == null ? Optional.of(NativeBytes.Hold.NONE) : owned.hold();
    }

    @Override
    public String toString() {
      return "Held[" + size() + " bytes]";
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
