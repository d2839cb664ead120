package org.vigie.server.review.opening;

import org.vigie.server.report.Accuracy;

/// What leads are told of how cases are ordered.
public final class Priorities {
  /// By how many minutes a case is moved at most for the accuracy of whoever reported it.
  public static final int MOST_CREDIT = Routing.credit(new Accuracy(Accuracy.LAST, Accuracy.LAST));

  private Priorities() {}
}
