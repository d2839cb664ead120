package org.vigie.server.frame;

/// How much room the disk of the data directory has; a bean of `operation`.
public interface DiskSpace {
  /// How much room there is.
  enum Room {
    ENOUGH,
    /// This server should get no more requests.
    LITTLE,
    /// Nothing more is taken from programs and strangers, as PostgreSQL ends when it has none.
    NONE
  }

  /// Returns how much room there is now, a second ago at the earliest.
  Room room();
}
