package org.vigie.bench.doors;

import org.vigie.bench.BenchServer;
import org.vigie.bench.Figures;

/// The resources that a server used during an attack on a door.
///
/// @param cpu processor time in seconds
/// @param memory peak of the server's resident memory, in bytes
/// @param memoryBefore resident memory at the beginning, in bytes
/// @param connections most that were open at once
/// @param disk bytes that the data directory grew by
/// @param seconds of wall time
record Cost(
    BenchServer.Cpu cpu,
    long memory,
    long memoryBefore,
    int connections,
    long disk,
    double seconds) {
  private static final double MEGA = 1e6;

  Figures addTo(Figures figures) {
    return figures
        .with("wall_s", seconds)
        .with("server_cpu_s", cpu.server())
        .with("database_cpu_s", cpu.database())
        .with("memory_before_mb", memoryBefore / MEGA)
        .with("memory_peak_mb", memory / MEGA)
        .with("connections_peak", Integer.valueOf(connections))
        .with("disk_mb", disk / MEGA);
  }
}
