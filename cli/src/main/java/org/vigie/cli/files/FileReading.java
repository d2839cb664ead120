package org.vigie.cli.files;

import java.util.Map;
import java.util.Optional;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;

/// The outcome of reading a file.
///
/// @param <T> the result made of the bytes
public sealed interface FileReading<T> {
  /// The file was read to its end.
  ///
  /// @param made the result made of the bytes; empty if the file is larger than the cap
  record Read<T>(Map<DigestType, Digest> digests, Optional<T> made) implements FileReading<T> {
    public Read {
      digests = Map.copyOf(digests);
    }
  }

  /// The file was not read, and why.
  record NotRead<T>(Failure failure) implements FileReading<T> {}
}
