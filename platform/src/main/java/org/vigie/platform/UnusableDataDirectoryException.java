package org.vigie.platform;

import java.nio.file.Path;

/// Says in one sentence why a folder cannot be the data directory. Nothing in it was changed.
public final class UnusableDataDirectoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Defect defect;

  /// @param detail the error and its remedy, the end of the sentence
  public UnusableDataDirectoryException(Path directory, Defect defect, String detail) {
    super("the data directory " + directory + " cannot be used: " + detail);
    this.defect = defect;
  }

  /// Returns the defect, for callers that act on it.
  public Defect defect() {
    return defect;
  }

  /// A defect of a folder.
  public enum Defect {
    /// The path is a file or leads through one.
    NOT_A_DIRECTORY,
    /// This process may not write there, or the medium is full or read-only.
    NOT_WRITABLE,
    /// The folder has other content and no `VERSION`.
    NOT_OURS,
    /// The folder has content, and something is to be restored into it.
    NOT_EMPTY,
    /// The layout is of a later version than this one knows.
    MADE_BY_NEWER_VIGIE,
    /// The database's files are of another major version of PostgreSQL.
    OTHER_POSTGRESQL_MAJOR,
    /// A file that Vigie wrote is missing or was changed.
    DAMAGED
  }
}
