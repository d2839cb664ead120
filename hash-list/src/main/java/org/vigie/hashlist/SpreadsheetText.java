package org.vigie.hashlist;

import java.util.regex.Pattern;

/// Text of a table that a spreadsheet program may open, and must not execute.
///
/// A spreadsheet takes a cell that begins with one of `= + - @`, a tab or a line break for a
/// formula, and some take the full-width signs for the same. Set to another separator, a program
/// also cuts a cell at `;`, at a tab or at a line break, and takes the rest for another cell. So
/// writing puts an apostrophe before each such beginning, which makes the cell text, and one more
/// before an existing apostrophe, so that reading removes exactly the added ones. Source: OWASP,
/// CSV Injection. Threads: any.
public final class SpreadsheetText {
  private static final String BEGINNING = "(?<=^|[;\\t\\r\\n])";
  private static final String FORMULA = "[\\h\"]*[=+\\-@\\t\\r\\n＝＋－＠]";
  private static final Pattern OPEN = Pattern.compile(BEGINNING + "(?='*+" + FORMULA + ")");
  private static final Pattern GUARDED = Pattern.compile(BEGINNING + "'(?='*+" + FORMULA + ")");

  private SpreadsheetText() {}

  /// Returns the text as it is written to a table.
  public static String guard(String text) {
    return OPEN.matcher(text).replaceAll("'");
  }

  /// Returns the text that was written to a table. Text that no formula follows stays as it is,
  /// apostrophes too.
  public static String read(String cell) {
    return GUARDED.matcher(cell).replaceAll("");
  }
}
