package org.vigie.server.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.vigie.connector.IdempotencyKey;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.server.access.Caller;

/// The description of submitted media, and who submits it.
///
/// @param key under which the caller may repeat it
/// @param subject of which the media is a part
/// @param mediaType the declared type of the media, which counts if Vigie does not recognise the
///     media: of the form of a type, or empty
public record ScanRequest(
    Caller caller, Optional<IdempotencyKey> key, Subject subject, Optional<String> mediaType) {
  public ScanRequest(Caller caller, Optional<IdempotencyKey> key, Subject subject) {
    this(caller, key, subject, Optional.empty());
  }

  /// Returns a digest of everything that is submitted: equal for equal submissions.
  ///
  /// The messenger stands behind the digests, which are equally long for all media, and is left
  /// out where it is [MessengerId#MAIN]: digests that were stored before messengers had names
  /// stay those of the same submissions.
  public Digest digest(Media media) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(subject.surface().name());
      write(out, subject.room());
      write(out, subject.account());
      write(out, subject.message());
      for (Digest digest : media.digests()) {
        out.write(digest.bytes());
      }
      if (!subject.messenger().equals(MessengerId.MAIN)) {
        out.writeUTF(subject.messenger().value());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return Digest.of(DigestType.SHA256, bytes.toByteArray());
  }

  private static void write(DataOutputStream out, Optional<Reference> reference)
      throws IOException {
    out.writeUTF(reference.map(Reference::value).orElse(""));
  }
}
