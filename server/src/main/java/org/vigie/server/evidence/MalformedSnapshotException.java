package org.vigie.server.evidence;

/// A text is not a snapshot of the version that this code reads.
public final class MalformedSnapshotException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String field;
  private final Defect defect;

  public MalformedSnapshotException(String field, Defect defect) {
    super("malformed snapshot: " + defect + " at \"" + field + "\"");
    this.field = field;
    this.defect = defect;
  }

  /// The defect of a snapshot.
  public enum Defect {
    /// It is not one JSON object in UTF-8, or an object has a member twice.
    NO_JSON_OBJECT,
    OTHER_VERSION,
    MISSING,
    /// A member that no snapshot has.
    UNKNOWN_MEMBER,
    WRONG_TYPE,
    /// The type is right, the value is not valid.
    WRONG_VALUE,
    TOO_LONG
  }

  /// Returns its path: `before[3].sent_at`; empty for the whole.
  public String field() {
    return field;
  }

  public Defect defect() {
    return defect;
  }
}
