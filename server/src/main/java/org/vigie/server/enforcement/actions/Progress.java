package org.vigie.server.enforcement.actions;

import java.time.Instant;
import java.util.Optional;

/// How far an action is.
public sealed interface Progress {
  /// Earlier steps of its decision come first.
  record Waiting() implements Progress {}

  /// It is in the outbox.
  ///
  /// @param attempted whether an attempt failed
  record Queued(boolean attempted) implements Progress {}

  /// It ended.
  ///
  /// @param reason a stable word of the messenger, or of us; the words of a lead who gave up
  record Ended(Ending how, Optional<String> reason, Instant at) implements Progress {}

  /// Its attempts are used up; a lead replays it or gives up.
  ///
  /// @param reason of the last attempt: a stable word
  record Dead(String reason, Instant at) implements Progress {}

  /// Its decision was reversed before it was known to have an effect.
  record Withdrawn(Instant at) implements Progress {}
}
