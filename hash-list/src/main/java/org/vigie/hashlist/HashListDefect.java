package org.vigie.hashlist;

/// What can be wrong with a line of a hash list; `docs/formats/hash-list.md` has the rules.
public enum HashListDefect implements LineDefect {
  NOT_UTF_8("not UTF-8"),
  UNKNOWN_COLUMN("unknown column '{0}'"),
  REPEATED_COLUMN("column '{0}' stands twice"),
  MISSING_COLUMN("column '{0}' is missing"),
  WRONG_COLUMN_COUNT("expected {0} columns, found {1}"),
  OPEN_QUOTE("a quoted field that begins in this row is never closed"),
  BROKEN_QUOTES("broken quotes or an overlong field, in or after the row of this line"),
  EMPTY_VALUE("empty value"),
  UNKNOWN_STATUS("unknown status; known are {0}"),
  BAD_QUALITY("a quality is a whole number from 0 to 100"),
  UNKNOWN_SIGNAL_TYPE("unknown signal type; known are {0}"),
  WRONG_LENGTH("expected 64 hex digits (PDQ), 40 (SHA-1), 32 (MD5) or a prefix such as sha256:,"
      + " found {0} characters"),
  /// The value is not one of its type: the values are the type and how many characters it has;
  /// the reason is that of the type.
  NOT_A_SIGNAL("not a {0} signal, found {1} characters");

  private final String pattern;

  HashListDefect(String pattern) {
    this.pattern = pattern;
  }

  @Override
  public String pattern() {
    return pattern;
  }

  /// Returns the flaw of a value that its type refused.
  ///
  /// @param reason what the type says
  public static Flaw notASignal(String type, String value, String reason) {
    Flaw flaw = NOT_A_SIGNAL.of(type, value.length());
    return new Flaw(flaw.defect(), flaw.values(), reason);
  }
}
