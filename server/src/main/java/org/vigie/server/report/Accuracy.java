package org.vigie.server.report;

/// The outcomes of the last decided notices of one sender, at most a hundred.
///
/// @param decided how many there are
/// @param founded of these
public record Accuracy(int decided, int founded) {
  /// How many notices are looked at.
  public static final int LAST = 100;

  /// The accuracy of a sender without decided notices.
  public static final Accuracy UNKNOWN = new Accuracy(0, 0);
}
