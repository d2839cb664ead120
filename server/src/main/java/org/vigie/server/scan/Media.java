package org.vigie.server.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.media.MediaFile;
import org.vigie.media.NativeBytes;
import org.vigie.server.frame.HeldBytes;
import org.vigie.server.frame.WholeInput;

/// A media file and the digests of its bytes. Where the bytes are held is its own affair: others
/// get a file or a stream. Prints its size only.
///
/// Files of requests are outside the heap, in memory of the request, which frees it at its end.
/// Work that uses the file after that takes a [#hold] before.
public final class Media {
  private static final int BUFFER = 1 << 14;

  private final MediaFile.Held file;
  private final List<Digest> digests;

  private Media(MediaFile.Held file) {
    this.file = file;
    this.digests = digests(file);
  }

  /// Takes bytes that are in the heap already; they are not copied.
  public static Media of(byte[] bytes) {
    return new Media(MediaFile.of(bytes));
  }

  /// Takes bytes outside the heap; they are not copied, and their owner frees them.
  public static Media of(NativeBytes bytes) {
    return new Media(MediaFile.of(bytes));
  }

  /// Reads a stream to its end. The bytes of [HeldBytes] are not copied, and those of [WholeInput]
  /// are read into memory of its request.
  ///
  /// @throws MediaTooLargeException if there are more bytes than that
  public static Media read(InputStream in, int maxBytes) throws IOException {
    return switch (in) {
      case HeldBytes held -> within(held.bytes(), maxBytes);
      case WholeInput whole -> within(whole.readWhole(maxBytes + 1), maxBytes);
      default -> inHeap(in, maxBytes);
    };
  }

  private static Media within(NativeBytes bytes, int maxBytes) {
    if (bytes.size() > maxBytes) {
      throw new MediaTooLargeException(maxBytes);
    }
    return of(bytes);
  }

  private static Media inHeap(InputStream in, int maxBytes) throws IOException {
    byte[] bytes = in.readNBytes(maxBytes);
    if (bytes.length == maxBytes && in.read() >= 0) {
      throw new MediaTooLargeException(maxBytes);
    }
    return of(bytes);
  }

  private static List<Digest> digests(MediaFile.Held file) {
    List<MessageDigest> begun =
        Stream.of(DigestType.values()).map(DigestType::newMessageDigest).toList();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = file.open()) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        for (MessageDigest digest : begun) {
          digest.update(buffer, 0, read);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory does not fail", e);
    }
    return Stream.of(DigestType.values())
        .map(type -> type.ofBytes(begun.get(type.ordinal()).digest()))
        .toList();
  }

  /// Returns the size in bytes.
  public int size() {
    return (int) file.size();
  }

  /// Returns the digests, one of each type.
  public List<Digest> digests() {
    return digests;
  }

  /// Returns the file that a decoder is given.
  public MediaFile file() {
    return file;
  }

  /// Opens the bytes, from the first on.
  public InputStream open() {
    return file.open();
  }

  /// Keeps the bytes after the end of their request, until it is closed.
  ///
  /// @throws IllegalStateException if they are freed
  public NativeBytes.Hold hold() {
    return file.hold().orElseThrow(() -> new IllegalStateException("the media is freed"));
  }

  @Override
  public String toString() {
    return "Media[" + size() + " bytes]";
  }
}
