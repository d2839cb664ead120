package org.vigie.server.frame;

/// The room on the disk of the data directory; a bean of `operation`.
public interface DiskSpace {
  /// The amount of room.
  enum Room {
    ENOUGH,
    /// This server should get no more requests.
    LITTLE,
    /// Nothing more is taken from programs and strangers, as PostgreSQL ends when it has none.
    NONE
  }

  /// Returns the amount of room, at most a second old.
  Room room();
}
