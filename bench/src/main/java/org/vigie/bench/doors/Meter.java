package org.vigie.bench.doors;

import java.util.concurrent.locks.LockSupport;
import org.vigie.bench.BenchServer;

/// Watches a server: memory and connections ten times a second, the rest at both ends.
final class Meter implements AutoCloseable {
  private static final long PAUSE_NANOS = 100_000_000;

  private final BenchServer server;
  private final BenchServer.Cpu cpuBefore;
  private final long memoryBefore;
  private final long diskBefore;
  private final long begin = System.nanoTime();
  private final Thread sampler = Thread.ofPlatform().daemon().unstarted(this::sample);
  private volatile boolean over;
  private volatile long memory;
  private volatile int connections;

  private Meter(BenchServer server) {
    this.server = server;
    this.cpuBefore = server.cpu();
    this.memoryBefore = server.memory();
    this.diskBefore = server.disk();
  }

  static Meter of(BenchServer server) {
    Meter meter = new Meter(server);
    meter.sampler.start();
    return meter;
  }

  private void sample() {
    while (!over) {
      memory = Math.max(memory, server.memory());
      connections = Math.max(connections, server.connections());
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /// Returns the cost so far.
  Cost read() {
    return new Cost(
        server.cpu().since(cpuBefore),
        Math.max(memory, server.memory()),
        memoryBefore,
        connections,
        server.disk() - diskBefore,
        (System.nanoTime() - begin) / 1e9);
  }

  @Override
  public void close() {
    over = true;
  }
}
