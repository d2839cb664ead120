package org.vigie.server.frame;

import java.util.Optional;

/// Something without which this server should get no requests yet, such as a loaded index. Each
/// is a bean of its module; `/health/ready` asks them all.
public interface ReadinessCheck {
  /// Returns what is missing, a stable word such as `index-not-loaded`; empty when nothing is.
  Optional<String> obstacle();

  /// Returns whether a start waits until nothing is missing, as that goes by itself.
  default boolean isAwaited() {
    return true;
  }
}
