package org.vigie.server.bank.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.index.SignalIndex;
import org.vigie.index.UnreadableSnapshotException;
import org.vigie.server.bank.index.IndexWriter.Position;
import org.vigie.server.bank.store.ChangeFeed;

/// The folder of snapshots. The name of a file is its place in the log: the revision, and the
/// random mark of that revision, so that a file of another database, or from before a backup was
/// restored, is recognised and not used. Losing the folder costs a slow start.
final class SnapshotFolder {
  private static final Logger log = LoggerFactory.getLogger(SnapshotFolder.class);
  private static final Pattern NAME =
      Pattern.compile("signals-([0-9]{1,18})-([0-9a-f-]{36})\\.index");
  private static final String UNFINISHED = ".unfinished";

  private final Path folder;
  private final SignalTypes types;

  SnapshotFolder(Path folder, SignalTypes types) {
    this.folder = folder;
    this.types = types;
  }

  /// A snapshot that has been opened.
  record Opened(SignalIndex signals, Position position) {}

  private record Named(Path file, Position position) {}

  /// Opens the newest snapshot that is sound and of this database; those that are not are
  /// removed.
  Optional<Opened> open(ChangeFeed feed) {
    for (Named named : newestFirst()) {
      Optional<Opened> opened = named.position().isIn(feed) ? opened(named) : Optional.empty();
      if (opened.isPresent()) {
        return opened;
      }
      delete(named.file());
    }
    return Optional.empty();
  }

  private Optional<Opened> opened(Named named) {
    try {
      return Optional.of(new Opened(SignalIndex.open(named.file(), types), named.position()));
    } catch (UnreadableSnapshotException e) {
      log.atWarn()
          .setMessage("bank index snapshot is damaged; the index is built anew")
          .setCause(e)
          .log();
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes a snapshot, and removes all others.
  ///
  /// @param position a place in the log; every change up to it is in the index, and later ones
  ///     may be
  void save(SignalIndex signals, Position position) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(
        "signals-" + position.revision() + "-" + position.mark().orElseThrow() + ".index");
    signals.save(file);
    newestFirst().stream()
        .map(Named::file)
        .filter(other -> !other.equals(file))
        .forEach(SnapshotFolder::delete);
    log.atInfo()
        .setMessage("bank index snapshot written")
        .addKeyValue("revision", position.revision())
        .log();
  }

  /// Removes the unfinished files of a process that died.
  void removeUnfinished() {
    files().filter(file -> file.toString().endsWith(UNFINISHED)).forEach(SnapshotFolder::delete);
  }

  private List<Named> newestFirst() {
    return files()
        .flatMap(file -> named(file).stream())
        .sorted(Comparator.comparingLong((Named named) -> named.position().revision())
            .reversed())
        .toList();
  }

  private static Optional<Named> named(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    return name.matches()
        ? Optional.of(new Named(
            file,
            new Position(
                Long.parseLong(name.group(1)), Optional.of(UUID.fromString(name.group(2))))))
        : Optional.empty();
  }

  private Stream<Path> files() {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Deletes a file; one that stays only takes room.
  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.atWarn()
          .setMessage("bank index snapshot cannot be removed")
          .setCause(e)
          .log();
    }
  }
}
