package org.vigie.hashlist;

/// The named list cannot be read at all.
public final class UnusableHashListException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String list;
  private final Defect defect;

  UnusableHashListException(String list, Defect defect) {
    super("hash list cannot be used");
    this.list = list;
    this.defect = defect;
  }

  /// Returns the name of the list.
  public String list() {
    return list;
  }

  /// Returns the defect of the whole list.
  public Defect defect() {
    return defect;
  }

  /// An error of a list as a whole.
  public enum Defect {
    /// No file has this name.
    NOT_FOUND("no such file"),
    /// The name is a directory's.
    IS_A_DIRECTORY("it is a directory, a list is one file"),
    /// The file may not be read.
    ACCESS_DENIED("permission denied"),
    /// The file could not be read to its end.
    UNREADABLE("it could not be read to its end"),
    /// An empty list protects nobody, so it is treated as a mistake.
    NO_ENTRIES("it has no entries, and an empty list protects nobody");

    private final String clause;

    Defect(String clause) {
      this.clause = clause;
    }

    /// Returns the defect as an English clause.
    public String clause() {
      return clause;
    }
  }
}
