package org.vigie.cli.files;

import java.nio.file.Path;

/// A result of a walk.
public sealed interface Found {
  /// Returns the path as it is to be shown: the root as given, then the names below it.
  Path path();

  /// A regular file.
  ///
  /// @param size in bytes, when it was found
  record RegularFile(Path path, long size) implements Found {}

  /// A name that leads to no regular file, and why.
  record Unreadable(Path path, Failure failure) implements Found {}
}
