package org.vigie.platform.postgres;

import java.nio.file.Path;

/// Says in one sentence why a file cannot be restored here. Nothing was put in place.
public final class UnusableBackupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Defect defect;

  UnusableBackupException(Path file, Defect defect, String detail) {
    super("the backup " + file + " cannot be restored: " + detail);
    this.defect = defect;
  }

  /// Returns the defect, for callers that act on it.
  public Defect defect() {
    return defect;
  }

  /// A defect of a backup.
  public enum Defect {
    /// It is no backup, cut short, or changed.
    DAMAGED,
    /// A later version of Vigie made it.
    MADE_BY_NEWER_VIGIE,
    /// Its database is of another major version of PostgreSQL.
    OTHER_POSTGRESQL_MAJOR,
    /// It was made on another kind of machine, whose database files are not ours.
    OTHER_MACHINE
  }
}
