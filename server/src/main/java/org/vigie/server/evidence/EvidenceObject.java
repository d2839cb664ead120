package org.vigie.server.evidence;

import java.time.Instant;

/// A sealed object, without its content.
///
/// @param description as recorded; `keepUntil` as it is now
/// @param length of the content in bytes
/// @param sha256 of the content, 64 lowercase hex digits
public record EvidenceObject(
    EvidenceId id,
    NewEvidence description,
    long length,
    String sha256,
    Instant sealedAt,
    State state) {
  /// The state of an object.
  public enum State {
    SEALED,
    /// Its key and its blob are gone; its row and its custody chain stay.
    DESTROYED
  }
}
