package org.vigie.server.review;

import java.util.Optional;
import org.vigie.server.policy.Surface;

/// The account, room or message that is judged, by identifiers of the messenger.
///
/// @param surface the surface where it was shared
public record Subject(
    Surface surface, Optional<String> account, Optional<String> room, Optional<String> message) {
  @Override
  public String toString() {
    return "Subject[%s]".formatted(surface);
  }
}
