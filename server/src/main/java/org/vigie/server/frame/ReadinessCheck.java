package org.vigie.server.frame;

import java.util.Optional;

/// Something without which this server should get no requests yet, such as a loaded index. Each
/// is a bean of its module; `/health/ready` asks them all.
public interface ReadinessCheck {
  /// Returns the cause of not being ready, a stable word such as `index-not-loaded`; empty if
  /// ready.
  Optional<String> obstacle();

  /// Returns whether a start waits for it, as it becomes ready without help.
  default boolean isAwaited() {
    return true;
  }
}
