package org.vigie.cli.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// The files under some roots: roots in the order given, below them everything sorted by name,
/// depth first.
///
/// The order is that of the bytes of the names, so it depends on no locale. Symbolic links are
/// followed, given or found; one that leads into a directory of its own path is a
/// [Cause#LINK_LOOP]. A directory is listed when the walk reaches it. Threads: one at a time.
public final class FileWalk implements Iterator<Found> {
  private final Deque<Level> levels = new ArrayDeque<>();
  private @Nullable Found next;

  /// @param roots files and directories
  public FileWalk(List<Path> roots) {
    levels.push(new Level(null, roots.iterator()));
  }

  @Override
  public boolean hasNext() {
    while (next == null && !levels.isEmpty()) {
      if (levels.element().paths().hasNext()) {
        next = visit(levels.element().paths().next());
      } else {
        levels.pop();
      }
    }
    return next != null;
  }

  @Override
  public Found next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Found found = next;
    next = null;
    return found;
  }

  /// Returns the file at a path, or null for a directory, which is then walked.
  private @Nullable Found visit(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        return enter(path);
      }
      return attributes.isRegularFile()
          ? new Found.RegularFile(path, attributes.size())
          : unreadable(path, Cause.NOT_A_FILE, "a pipe, a socket or a device");
    } catch (NoSuchFileException e) {
      return Files.isSymbolicLink(path)
          ? unreadable(path, Cause.BROKEN_LINK, "a symbolic link to nothing")
          : unreadable(path, Cause.NOT_FOUND, "no such file or directory");
    } catch (AccessDeniedException e) {
      return unreadable(path, Cause.ACCESS_DENIED, "permission denied");
    } catch (IOException e) {
      return SymbolicLink.loops(path)
          ? unreadable(path, Cause.LINK_LOOP, "a symbolic link that leads to itself")
          : unreadable(path, Cause.UNREADABLE, "its attributes could not be read");
    }
  }

  private @Nullable Found enter(Path directory) {
    try {
      Path real = directory.toRealPath();
      if (levels.stream().anyMatch(level -> real.equals(level.realPath()))) {
        return unreadable(directory, Cause.LINK_LOOP, "a directory inside itself");
      }
      levels.push(new Level(real, sorted(directory)));
      return null;
    } catch (AccessDeniedException e) {
      return unreadable(directory, Cause.ACCESS_DENIED, "permission denied");
    } catch (IOException | DirectoryIteratorException e) {
      return unreadable(directory, Cause.UNREADABLE, "the directory could not be listed");
    }
  }

  /// Keeps the names only: the full paths of a directory of a million files would weigh more.
  private static Iterator<Path> sorted(Path directory) throws IOException {
    List<Path> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      entries.forEach(entry -> names.add(entry.getFileName()));
    }
    Collections.sort(names);
    return names.stream().map(directory::resolve).iterator();
  }

  private static Found unreadable(Path path, Cause cause, String detail) {
    return new Found.Unreadable(path, new Failure(cause, detail));
  }

  /// A directory that is being walked; the roots are on a level without one.
  private record Level(@Nullable Path realPath, Iterator<Path> paths) {}
}
