package org.vigie.server.policy.text;

import org.vigie.server.frame.EnumWords;

/// One problem of a catalogue's text.
///
/// @param line from 1
/// @param column from 1, in characters (Unicode code points)
/// @param path of the value: `categories[2].measures.public`; empty for the whole text
/// @param reason for people, in English
public record PolicyProblem(Defect defect, int line, int column, String path, String reason) {
  /// Returns `line 12, column 5, categories[2].key: …`.
  @Override
  public String toString() {
    String where = path.isEmpty() ? "" : ", " + path;
    return "line " + line + ", column " + column + where + ": " + reason;
  }

  /// The kind of a problem; its word never changes.
  public enum Defect {
    TOO_LARGE,
    NOT_UTF8,
    CONTROL_CHARACTER,
    YAML_SYNTAX,
    EMPTY,
    SEVERAL_DOCUMENTS,
    TOO_DEEP,
    ANCHOR,
    ALIAS,
    TAG,
    KEY_NOT_TEXT,
    DUPLICATE_KEY,
    UNKNOWN_KEY,
    MISSING_KEY,
    NOT_A_MAPPING,
    NOT_A_LIST,
    NOT_A_TEXT,
    NOT_A_NUMBER,
    EMPTY_LIST,
    BAD_NAME,
    UNKNOWN_WORD,
    OUT_OF_RANGE,
    UNKNOWN_FORMAT,
    BAD_KEY,
    DUPLICATE_CATEGORY,
    UNKNOWN_DSA_CATEGORY,
    DUPLICATE_DSA_CATEGORY,
    MISSING_DSA_CATEGORY,
    UNKNOWN_KEYWORD,
    KEYWORD_OF_ANOTHER_CATEGORY,
    DUPLICATE_KEYWORD,
    BAD_TERM,
    DUPLICATE_CLOCK,
    AMBIGUOUS_TERM,
    UNKNOWN_CATEGORY,
    UNKNOWN_CLOCK,
    BAD_QUEUE,
    DUPLICATE_QUEUE,
    DUPLICATE_RULE,
    BAD_TEXT,
    BAD_LADDER,
    DUPLICATE_LADDER,
    CATEGORY_IN_USE;

    /// Returns the word in JSON and logs: `unknown-key`.
    public String word() {
      return EnumWords.of(this);
    }
  }
}
