package org.vigie.server.review.opening;

import org.vigie.server.report.Accuracy;

/// Figures for leads about the order of cases.
public final class Priorities {
  /// By how many minutes at most the accuracy of a reporter moves a case.
  public static final int MOST_CREDIT = Routing.credit(new Accuracy(Accuracy.LAST, Accuracy.LAST));

  private Priorities() {}
}
