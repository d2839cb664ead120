package org.vigie.server.operation.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Room under the data directory, and whether this user may write there.
///
/// @param folder the data directory, which may not exist yet
/// @param needed returns the bytes that have to be free on a disk of the given size; with less the
///     server is not ready
public record DiskCheck(Path folder, LongUnaryOperator needed) implements Check {
  private static final long MEGABYTE = 1_000_000;
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
      FileStore store = Files.getFileStore(place);
      return judge(store.getUsableSpace(), needed.applyAsLong(store.getTotalSpace()));
    } catch (IOException e) {
      return new Outcome.Broken(
          place + " cannot be asked for its free room: " + e.getMessage(), "check the file system");
    }
  }

  private Outcome judge(long free, long least) {
    String seen = free / MEGABYTE + " MB free for " + folder;
    if (free < least) {
      return new Outcome.Broken(
          seen,
          "make room, " + least / MEGABYTE
              + " MB at least (vigie.disk.min-free): with less the server is not ready, and"
              + " PostgreSQL stops when the disk is full");
    }
    return free < Math.max(COMFORTABLE, 2 * least)
        ? new Outcome.Worrying(seen, "make room before it runs out")
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
