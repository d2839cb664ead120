package org.vigie.server.operation.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings under `vigie.disk`.
///
/// @param minFree the room on the disk of the data directory below which the server is not ready;
///     0, the default, means 2 % of the disk, at least 1 GB and at most 20 GB. Below a quarter of
///     it, data of programs and strangers is refused
@ConfigurationProperties(value = "vigie.disk", ignoreUnknownFields = false)
public record DiskSettings(@DefaultValue("0") DataSize minFree) {
  private static final long GIGABYTE = 1_000_000_000;
  private static final long LEAST = GIGABYTE;
  private static final long MOST = 20 * GIGABYTE;
  private static final int SHARE = 50;

  public DiskSettings {
    if (minFree.isNegative()) {
      throw new IllegalArgumentException(
          "vigie.disk.min-free is a size, or 0 for a fiftieth of the disk");
    }
  }

  /// Returns the bytes that have to be free.
  ///
  /// @param total bytes of the disk
  public long needed(long total) {
    return minFree.toBytes() == 0 ? Math.clamp(total / SHARE, LEAST, MOST) : minFree.toBytes();
  }
}
