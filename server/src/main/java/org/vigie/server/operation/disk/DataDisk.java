package org.vigie.server.operation.disk;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.server.frame.DiskSpace;
import org.vigie.server.frame.ReadinessCheck;
import org.vigie.server.operation.settings.DiskSettings;

/// The disk of the data directory, read at most once a second. Threads: any.
final class DataDisk implements DiskSpace, ReadinessCheck {
  private static final Logger LOG = LoggerFactory.getLogger(DataDisk.class);
  private static final Duration READ_EVERY = Duration.ofSeconds(1);
  private static final String OBSTACLE = "disk-full";
  private static final int PART_THAT_IS_NONE = 4;

  private final Disk disk;
  private final DiskSettings settings;
  private final InstantSource clock;
  private volatile @Nullable Seen seen;

  DataDisk(Disk disk, DiskSettings settings, InstantSource clock, MeterRegistry meters) {
    this.disk = disk;
    this.settings = settings;
    this.clock = clock;
    Gauge.builder("vigie.disk.free", this, each -> each.now().reading().free())
        .description("Room on the disk of the data directory")
        .baseUnit("bytes")
        .register(meters);
    Gauge.builder("vigie.disk.needed", this, each -> each.needed())
        .description("Room below which the server is not ready")
        .baseUnit("bytes")
        .register(meters);
  }

  /// Measures the room on a disk.
  interface Disk {
    Reading read() throws IOException;

    static Disk of(Path folder) {
      return () -> {
        FileStore store = Files.getFileStore(folder);
        return new Reading(store.getUsableSpace(), store.getTotalSpace());
      };
    }
  }

  /// @param free bytes that this user may use
  /// @param total bytes
  record Reading(long free, long total) {}

  private record Seen(Reading reading, Instant at, Room room) {}

  @Override
  public Room room() {
    return now().room();
  }

  /// Returns `disk-full` also while there is a little room, before anything fails.
  @Override
  public Optional<String> obstacle() {
    return room() == Room.ENOUGH ? Optional.empty() : Optional.of(OBSTACLE);
  }

  /// Only the operator can make room, so the start must not wait for it.
  @Override
  public boolean isAwaited() {
    return false;
  }

  private double needed() {
    return settings.needed(now().reading().total());
  }

  private Seen now() {
    Instant now = clock.instant();
    Seen last = seen;
    if (last == null || !now.isBefore(last.at().plus(READ_EVERY))) {
      Seen next = look(now);
      seen = next;
      tell(last, next);
      return next;
    }
    return last;
  }

  private Seen look(Instant now) {
    try {
      Reading reading = disk.read();
      return new Seen(reading, now, roomOf(reading));
    } catch (IOException e) {
      LOG.atError().setMessage("disk not read").setCause(e).log();
      return new Seen(new Reading(0, 0), now, Room.LITTLE);
    }
  }

  private Room roomOf(Reading reading) {
    long needed = settings.needed(reading.total());
    if (reading.free() >= needed) {
      return Room.ENOUGH;
    }
    return reading.free() >= needed / PART_THAT_IS_NONE ? Room.LITTLE : Room.NONE;
  }

  private void tell(@Nullable Seen last, Seen next) {
    Room before = last == null ? Room.ENOUGH : last.room();
    if (before != next.room()) {
      LOG.atWarn()
          .setMessage("room on the disk changed")
          .addKeyValue("room", next.room())
          .addKeyValue("free", next.reading().free())
          .addKeyValue("needed", settings.needed(next.reading().total()))
          .log();
    }
  }
}
