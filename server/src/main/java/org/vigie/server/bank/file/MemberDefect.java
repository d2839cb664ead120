package org.vigie.server.bank.file;

import org.vigie.hashlist.LineDefect;

/// An error in a member of a file, beside those of hash lists; `docs/formats/bank-members.md` has
/// the rules.
public enum MemberDefect implements LineDefect {
  NO_ENTRIES("there are no entries"),
  NOT_JSON("not JSON, in or after the member that begins here"),
  NOT_AN_OBJECT("expected an object, or the end"),
  UNKNOWN_FIELD("it has an unknown field; known are {0}"),
  NOT_A_TEXT("{0} is not a text"),
  NO_SIGNALS("signals is not an array with at least one signal"),
  SIGNAL_NOT_AN_OBJECT("a signal is not an object"),
  METADATA_NOT_AN_OBJECT("metadata is not a JSON object"),
  TOO_LONG("{0} has more than {1} characters"),
  NOT_STORABLE("{0} has a character that cannot be stored"),
  CONTRADICTS_FIRST_ROW("says something else about its member than the member's first row"),
  TOO_MANY_ROWS("its member has more than {0} signals"),
  MEMBER_TOO_LARGE("the member that begins here has more than {0} bytes, or {1} names and values");

  private final String pattern;

  MemberDefect(String pattern) {
    this.pattern = pattern;
  }

  @Override
  public String pattern() {
    return pattern;
  }

  @Override
  public boolean isOfWholeList() {
    return switch (this) {
      case NO_ENTRIES, NOT_JSON, NOT_AN_OBJECT, TOO_MANY_ROWS, MEMBER_TOO_LARGE -> true;
      default -> false;
    };
  }
}
