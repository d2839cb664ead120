package org.vigie.cli.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// A chain of symbolic links, followed by hand.
final class SymbolicLink {
  private SymbolicLink() {}

  /// Says whether a link leads back to itself, directly or through other links.
  ///
  /// The operating system says "too many levels" in words only, and words are not branched on.
  static boolean loops(Path link) {
    Set<Path> seen = new HashSet<>();
    Path path = link.toAbsolutePath().normalize();
    try {
      while (Files.isSymbolicLink(path)) {
        if (!seen.add(path)) {
          return true;
        }
        path = path.resolveSibling(Files.readSymbolicLink(path)).normalize();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }
}
