package org.vigie.server.operation.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Room under the data directory, and whether this user may write there.
///
/// @param folder the data directory, which need not be there yet
public record DiskCheck(Path folder) implements Check {
  private static final long MEGABYTE = 1_000_000;
  private static final long NEEDED = 500 * MEGABYTE;
  private static final long COMFORTABLE = 5_000 * MEGABYTE;

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public Outcome examine() {
    Path place = firstThatExists();
    if (!Files.isDirectory(place) || !Files.isWritable(place)) {
      return new Outcome.Broken(
          "this user may not write to " + place,
          "start Vigie as the owner of the data directory, or give another with --data");
    }
    try {
      return judge(Files.getFileStore(place).getUsableSpace());
    } catch (IOException e) {
      return new Outcome.Broken(
          place + " cannot be asked for its free room: " + e.getMessage(), "check the file system");
    }
  }

  private Outcome judge(long free) {
    String seen = free / MEGABYTE + " MB free for " + folder;
    if (free < NEEDED) {
      return new Outcome.Broken(seen, "make room: PostgreSQL stops when the disk is full");
    }
    return free < COMFORTABLE
        ? new Outcome.Worrying(seen, "make room before it runs out; 5 GB are comfortable")
        : new Outcome.Fine(seen);
  }

  private Path firstThatExists() {
    @Nullable Path place = folder.toAbsolutePath();
    while (place != null && Files.notExists(place)) {
      place = place.getParent();
    }
    return place == null ? Path.of("/") : place;
  }
}
