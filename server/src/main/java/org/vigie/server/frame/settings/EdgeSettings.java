package org.vigie.server.frame.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings under `vigie.edge`: limits on the use of the server by one caller.
///
/// @param keyShare percent of the places for calls that one API key may hold at a time, 1 to 100,
///     default 50
/// @param strangerShare percent of those places that calls without a valid key may hold at a
///     time, all together, 1 to 100, default 12
/// @param maxFormBody of a form without files, 4 KB to 2 MB, default 64 KB
/// @param minBodyRate the bytes of a body that have to arrive in a second, once ten seconds have
///     passed, 1 B to 1 MB, default 1 KB
/// @param bodyMemory the memory for all bodies together, at least 1 MB; 0, the default, means a
///     quarter of the heap
/// @param maxConnections 64 to 65536; 0, the default, means as many as fit into half of the heap at
///     256 KB each, at most 16384
@ConfigurationProperties(value = "vigie.edge", ignoreUnknownFields = false)
public record EdgeSettings(
    @DefaultValue("50") int keyShare,
    @DefaultValue("12") int strangerShare,
    @DefaultValue("64KB") DataSize maxFormBody,
    @DefaultValue("1KB") DataSize minBodyRate,
    @DefaultValue("0") DataSize bodyMemory,
    @DefaultValue("0") int maxConnections) {
  private static final int ALL = 100;
  private static final int FEWEST_CONNECTIONS = 64;
  private static final int MOST_CONNECTIONS = 65_536;
  private static final int MOST_BY_DEFAULT = 16_384;

  /// A connection that has sent half of a form was measured to hold 195 KB: buffers, the form and
  /// the room that Tomcat sets aside for the rest of it.
  private static final long BYTES_A_CONNECTION = 262_144;

  private static final int HALF = 2;

  private static final int SHARE_OF_HEAP = 4;

  public EdgeSettings {
    check(keyShare >= 1 && keyShare <= ALL, "vigie.edge.key-share is 1 to 100, in percent");
    check(
        strangerShare >= 1 && strangerShare <= ALL,
        "vigie.edge.stranger-share is 1 to 100, in percent");
    check(
        maxFormBody.toKilobytes() >= 4 && maxFormBody.toMegabytes() <= 2,
        "vigie.edge.max-form-body is 4KB to 2MB");
    check(
        minBodyRate.toBytes() >= 1 && minBodyRate.toMegabytes() <= 1,
        "vigie.edge.min-body-rate is 1B to 1MB");
    check(
        bodyMemory.toBytes() == 0 || bodyMemory.toMegabytes() >= 1,
        "vigie.edge.body-memory is at least 1MB, or 0 for a quarter of the heap");
    check(
        maxConnections == 0
            || maxConnections >= FEWEST_CONNECTIONS && maxConnections <= MOST_CONNECTIONS,
        "vigie.edge.max-connections is 64 to 65536, or 0 for what fits into the heap");
  }

  /// Returns the most bytes of all bodies together in memory.
  ///
  /// @param heap maximum size of the heap in bytes
  public long bodyMemory(long heap) {
    return bodyMemory.toBytes() == 0 ? heap / SHARE_OF_HEAP : bodyMemory.toBytes();
  }

  /// Returns the most connections that are open at a time.
  ///
  /// @param heap maximum size of the heap in bytes
  public int connections(long heap) {
    long fitting = heap / HALF / BYTES_A_CONNECTION;
    return maxConnections == 0
        ? Math.clamp(fitting, FEWEST_CONNECTIONS, MOST_BY_DEFAULT)
        : maxConnections;
  }

  /// Returns the places of a share, at least one.
  ///
  /// @param percent such as [#keyShare()]
  public static int placesOf(int percent, int places) {
    return Math.max(1, places * percent / ALL);
  }

  private static void check(boolean condition, String sentence) {
    if (!condition) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
