package org.vigie.hashlist;

/// An error in a line of a hash list, or in all of it; `docs/formats/hash-list.md` has the rules.
public enum HashListDefect implements LineDefect {
  NOT_UTF_8("not UTF-8"),
  LINE_TOO_LONG("the line is longer than {0} characters"),
  UNKNOWN_COLUMN("the name of column {0} is unknown: rename or remove the column; known are {1}"),
  REPEATED_COLUMN("column '{0}' stands twice"),
  MISSING_COLUMN("column '{0}' is missing: name it in the first line; known are {1}"),
  WRONG_COLUMN_COUNT("expected {0} columns, found {1}"),
  OPEN_QUOTE("a quoted field that begins in this row is never closed"),
  BROKEN_QUOTES("broken quotes or an overlong field, in or after the row of this line"),
  EMPTY_VALUE("empty value"),
  UNKNOWN_STATUS("unknown status; known are {0}"),
  BAD_QUALITY("a quality is a whole number from 0 to 100"),
  UNKNOWN_SIGNAL_TYPE("unknown signal type; known are {0}"),
  WRONG_LENGTH("expected 64 hex digits (PDQ), 40 (SHA-1), 32 (MD5) or a prefix such as sha256:,"
      + " found {0} characters"),
  /// The value is invalid for its type: the values are the type and the number of characters; the
  /// reason comes from the type.
  NOT_A_SIGNAL("not a {0} signal, found {1} characters"),
  /// A value that is said to be PDQ.
  NOT_PDQ("cannot be PDQ: more than 128 bits set"),
  /// A list without types; the line is the first that shows it.
  BARE_NOT_PDQ("cannot be PDQ: more than 128 bits set; if the values of this list are SHA-256,"
      + " write sha256: before each, or pass their type"),
  /// A list whose values without types do not look like PDQ; the line is the first such.
  BARE_UNCLEAR("this and most values of 64 digits do not look like PDQ (other than 128 bits set),"
      + " and may be SHA-256; write pdq: or sha256: before each, or pass their type"),
  UNSUPPORTED_DIGEST("expected a digest of 32 hex digits (MD5), 40 (SHA-1) or 64 (SHA-256), found"
      + " {0} characters"),
  NOT_A_CHECKSUM("expected a digest and the name of its file, as in the first line"),
  NOT_OF_THREATEXCHANGE("expected a signal type, a space and the value, as in the first line"),
  NAMED_COLLABORATION("begins with the name of a collaboration; print the list with --csv"),
  NO_DIGEST_COLUMN("no column has MD5, SHA-1 or SHA-256"),
  MISSING_MD5("the entry has no MD5"),
  FIELD_TWICE("a field comes twice"),
  BAD_CATEGORY("a category is a whole number"),
  UNKNOWN_JSON("JSON, but no hash set of VICS: no array \"value\" with entries that have an MD5"),
  BROKEN_JSON("the JSON breaks off or is malformed, in or after this entry"),
  UNKNOWN_FORM(
      "the first line is neither a value nor the header of a list that is known here; write"
          + " one value per line, or name the columns: signal_type and value, or md5, sha1 and"
          + " sha256"),
  UTF_16("the file is UTF-16; save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\")"),
  COMPRESSED("the file is compressed, or a workbook; unpack it, or save the sheet as CSV UTF-8"),
  DATABASE("the file is an SQLite database, as NSRL's third edition; export the columns md5, sha1"
      + " and sha256 as CSV with their header"),
  TOO_MANY_TO_SKIP("{0} lines are bad, more than the {1} that may be skipped");

  private final String pattern;

  HashListDefect(String pattern) {
    this.pattern = pattern;
  }

  @Override
  public String pattern() {
    return pattern;
  }

  @Override
  public boolean isOfWholeList() {
    return switch (this) {
      case UNKNOWN_COLUMN,
          REPEATED_COLUMN,
          MISSING_COLUMN,
          OPEN_QUOTE,
          BROKEN_QUOTES,
          BARE_NOT_PDQ,
          BARE_UNCLEAR,
          NAMED_COLLABORATION,
          NO_DIGEST_COLUMN,
          UNKNOWN_JSON,
          BROKEN_JSON,
          UNKNOWN_FORM,
          UTF_16,
          COMPRESSED,
          DATABASE,
          TOO_MANY_TO_SKIP -> true;
      default -> false;
    };
  }

  /// Returns the flaw of a value that its type refused.
  ///
  /// @param reason the type's explanation
  public static Flaw notASignal(String type, String value, String reason) {
    Flaw flaw = NOT_A_SIGNAL.of(type, value.length());
    return new Flaw(flaw.defect(), flaw.values(), reason);
  }
}
