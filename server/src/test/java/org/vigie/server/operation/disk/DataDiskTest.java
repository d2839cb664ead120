package org.vigie.server.operation.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import org.vigie.server.frame.DiskSpace.Room;
import org.vigie.server.operation.settings.DiskSettings;

final class DataDiskTest {
  private static final long GIGABYTE = 1_000_000_000;
  private static final DiskSettings USUAL = new DiskSettings(DataSize.ofBytes(0));

  @ParameterizedTest
  @CsvSource({"10, 1", "50, 1", "200, 4", "1000, 20", "100000, 20"})
  void room_unset_isTwoPercentWithinBounds(long totalGigabytes, long neededGigabytes) {
    assertThat(USUAL.needed(totalGigabytes * GIGABYTE)).isEqualTo(neededGigabytes * GIGABYTE);
  }

  @ParameterizedTest
  @CsvSource({"4000, ENOUGH", "3999, LITTLE", "1000, LITTLE", "999, NONE", "0, NONE"})
  void disk_byWhatIsFree_hasRoomOrNot(long freeMegabytes, Room room) {
    DataDisk disk = disk(
        () -> new DataDisk.Reading(freeMegabytes * 1_000_000, 200 * GIGABYTE),
        new AtomicReference<>(Instant.EPOCH));
    assertThat(disk.room()).isEqualTo(room);
    assertThat(disk.obstacle().isPresent()).isEqualTo(room != Room.ENOUGH);
  }

  @Test
  void disk_thatGetsRoomAgain_isReadyByItself() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    AtomicLong free = new AtomicLong();
    DataDisk disk = disk(() -> new DataDisk.Reading(free.get(), 200 * GIGABYTE), now);
    assertThat(disk.obstacle()).contains("disk-full");
    free.set(5 * GIGABYTE);
    assertThat(disk.obstacle()).as("within the second").isPresent();
    now.set(Objects.requireNonNull(now.get()).plusSeconds(1));
    assertThat(disk.obstacle()).isEmpty();
  }

  @Test
  void disk_thatCannotBeRead_isNotReady() {
    DataDisk disk = disk(
        () -> {
          throw new IOException("gone");
        },
        new AtomicReference<>(Instant.EPOCH));
    assertThat(disk.room()).isEqualTo(Room.LITTLE);
  }

  private static DataDisk disk(DataDisk.Disk disk, AtomicReference<Instant> now) {
    return new DataDisk(disk, USUAL, now::get, new SimpleMeterRegistry());
  }
}
