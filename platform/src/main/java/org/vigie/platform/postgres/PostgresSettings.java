package org.vigie.platform.postgres;

import java.time.Duration;
import org.vigie.platform.DataDirectory;

/// Settings of the embedded PostgreSQL. Durability is no setting: it is always on.
///
/// @param directory the open data directory, which must stay open as long as PostgreSQL runs
/// @param port on 127.0.0.1, 1 to 65535, or 0 for any that is free, default 0
/// @param maxConnections 10 to 1000, default 60
/// @param sharedBuffersMegabytes memory for pages, 16 to 65536, default 128
/// @param patience how long a start may take, recovery after a crash included, default 5 minutes
public record PostgresSettings(
    DataDirectory directory,
    int port,
    int maxConnections,
    int sharedBuffersMegabytes,
    Duration patience) {
  public PostgresSettings {
    checkRange("port", port, 0, 65_535);
    checkRange("maxConnections", maxConnections, 10, 1000);
    checkRange("sharedBuffersMegabytes", sharedBuffersMegabytes, 16, 65_536);
    if (!patience.isPositive()) {
      throw new IllegalArgumentException("patience must be positive: " + patience);
    }
  }

  /// Returns the default settings.
  public static PostgresSettings in(DataDirectory directory) {
    return new PostgresSettings(directory, 0, 60, 128, Duration.ofMinutes(5));
  }

  /// Returns these settings with another port.
  public PostgresSettings withPort(int other) {
    return new PostgresSettings(directory, other, maxConnections, sharedBuffersMegabytes, patience);
  }

  /// Returns these settings with other memory for pages.
  public PostgresSettings withSharedBuffersMegabytes(int other) {
    return new PostgresSettings(directory, port, maxConnections, other, patience);
  }

  /// Returns these settings with another number of connections.
  public PostgresSettings withMaxConnections(int other) {
    return new PostgresSettings(directory, port, other, sharedBuffersMegabytes, patience);
  }

  /// Returns these settings with another time that a start may take.
  public PostgresSettings withPatience(Duration other) {
    return new PostgresSettings(directory, port, maxConnections, sharedBuffersMegabytes, other);
  }

  private static void checkRange(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " is out of range: " + value + ", expected " + least + " to " + most);
    }
  }
}
