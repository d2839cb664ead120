package org.vigie.connector;

import java.util.Optional;

/// The content that is scanned, reported, judged or acted on, in one messenger.
///
/// @param messenger that the references belong to
/// @param surface where the content was shared
/// @param room where it was shared
/// @param account that shared it
/// @param message that it was part of
public record Subject(
    MessengerId messenger,
    Surface surface,
    Optional<Reference> room,
    Optional<Reference> account,
    Optional<Reference> message) {
  /// Prints the messenger and the surface; references do not belong in logs.
  @Override
  public String toString() {
    return "Subject[%s, %s]".formatted(messenger, surface);
  }
}
