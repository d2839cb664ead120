package org.vigie.server.report;

/// The outcomes of the last decided notices of one sender, at most a hundred.
///
/// @param decided the number of decided notices
/// @param founded the decided ones that led to a measure
public record Accuracy(int decided, int founded) {
  /// The most notices that count.
  public static final int LAST = 100;

  /// The accuracy of a sender without decided notices.
  public static final Accuracy UNKNOWN = new Accuracy(0, 0);
}
