package org.vigie.platform.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;

/// Where blobs are kept: a folder, or a bucket elsewhere. Threads: any.
public interface BlobStore {
  /// Stores the bytes that the content writes, and returns once they are durable. Storing the
  /// same bytes again only renews their time. A put that is broken off, by an exception or by
  /// the end of the process, leaves no blob.
  BlobAddress put(Content content) throws IOException;

  /// Opens a blob; its bytes are not compared with its address.
  ///
  /// @throws java.nio.file.NoSuchFileException if there is none
  InputStream open(BlobAddress address) throws IOException;

  /// Removes a blob, durably; returns whether there was one.
  boolean delete(BlobAddress address) throws IOException;

  /// Says whether there is a blob.
  boolean contains(BlobAddress address) throws IOException;

  /// Shows every blob that was there from beginning to end of the walk, in any order; of others it
  /// may show some. The visitor may delete blobs it is shown.
  void walk(Visitor visitor) throws IOException;

  /// Returns whether other installations can store blobs here too: then an unknown blob may be
  /// theirs.
  boolean isShared();

  /// Removes the remains of puts that were interrupted before a moment.
  void removeUnfinished(Instant before) throws IOException;

  /// The content of a new blob.
  @FunctionalInterface
  interface Content {
    /// Writes all of it; may close the stream or not.
    void writeTo(OutputStream out) throws IOException;
  }

  /// Is shown blobs.
  @FunctionalInterface
  interface Visitor {
    void visit(StoredBlob blob) throws IOException;
  }

  /// A blob that is there.
  ///
  /// @param bytes how long it is
  /// @param since when it was stored last
  record StoredBlob(BlobAddress address, long bytes, Instant since) {}
}
