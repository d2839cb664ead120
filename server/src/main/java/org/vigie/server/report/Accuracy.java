package org.vigie.server.report;

/// How the last notices of one sender fared: at most a hundred that were decided.
///
/// @param decided how many there are
/// @param founded of these
public record Accuracy(int decided, int founded) {
  /// How many notices are looked at.
  public static final int LAST = 100;

  /// What is known of somebody who has sent nothing that was decided.
  public static final Accuracy UNKNOWN = new Accuracy(0, 0);
}
