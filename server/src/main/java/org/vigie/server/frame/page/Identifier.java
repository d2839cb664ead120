package org.vigie.server.frame.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The short form of long identifiers, which lists show: the first eight characters of those with
/// hexadecimal digits. The page has the whole one beside it.
public final class Identifier {
  /// Such as `asked-by=person:00000000-0000-4000-8000-000000000001`, or 64 hexadecimal digits.
  private static final Pattern LONG = Pattern.compile(
      "((?:[a-z-]+[:=])*)([0-9a-f]{8})(?:(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{8,})");

  private Identifier() {}

  /// Returns the short form; all of it if it is short already.
  public static String shortened(String id) {
    Matcher whole = LONG.matcher(id);
    return whole.matches() ? whole.group(1) + whole.group(2) + "…" : id;
  }

  /// Returns whether the short form leaves something out.
  public static boolean isShortened(String id) {
    return LONG.matcher(id).matches();
  }

  /// Returns the identifier without the word for its kind.
  public static String own(String id) {
    Matcher whole = LONG.matcher(id);
    return whole.matches() ? id.substring(whole.end(1)) : id;
  }
}
