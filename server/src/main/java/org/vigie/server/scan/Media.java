package org.vigie.server.scan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.media.MediaFile;
import org.vigie.server.frame.HeldBytes;

/// A media file and the digests of its bytes. Where the bytes are held is its own affair: others
/// get a file or a stream. Prints its size only.
public final class Media {
  private final byte[] bytes;
  private final List<Digest> digests;

  private Media(byte[] bytes, List<Digest> digests) {
    this.bytes = bytes;
    this.digests = digests;
  }

  /// Takes bytes that are in memory already; they are not copied.
  public static Media of(byte[] bytes) {
    List<Digest> digests = new ArrayList<>();
    for (DigestType type : DigestType.values()) {
      digests.add(type.ofBytes(type.newMessageDigest().digest(bytes)));
    }
    return new Media(bytes, List.copyOf(digests));
  }

  /// Reads a stream to its end. The bytes of [HeldBytes] are not copied.
  ///
  /// @throws MediaTooLargeException if there are more bytes than that
  public static Media read(InputStream in, int maxBytes) throws IOException {
    return in instanceof HeldBytes held && held.available() <= maxBytes
        ? of(held.readAllBytes())
        : readAll(in, maxBytes);
  }

  private static Media readAll(InputStream in, int maxBytes) throws IOException {
    byte[] bytes = in.readNBytes(maxBytes);
    if (bytes.length == maxBytes && in.read() >= 0) {
      throw new MediaTooLargeException(maxBytes);
    }
    return of(bytes);
  }

  /// Returns the size in bytes.
  public int size() {
    return bytes.length;
  }

  /// Returns the digests, one of each type.
  public List<Digest> digests() {
    return digests;
  }

  /// Returns the file that a decoder is given.
  public MediaFile file() {
    return MediaFile.of(bytes);
  }

  /// Opens the bytes, from the first on.
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public String toString() {
    return "Media[" + bytes.length + " bytes]";
  }
}
