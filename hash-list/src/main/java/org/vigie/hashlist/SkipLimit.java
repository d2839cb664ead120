package org.vigie.hashlist;

/// The most bad lines that may be skipped before a list counts as another kind of file.
public final class SkipLimit {
  private static final long ALWAYS = 10;
  private static final long ONE_OF = 100;

  private SkipLimit() {}

  /// Returns the most lines that may be skipped: one of a hundred or ten, whichever is more, and
  /// fewer than are good.
  ///
  /// @param good lines
  public static long of(long good, long bad) {
    long some = Math.max(ALWAYS, (good + bad) / ONE_OF);
    return Math.min(some, Math.max(good - 1, 0));
  }
}
