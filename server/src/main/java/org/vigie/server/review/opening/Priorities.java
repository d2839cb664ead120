package org.vigie.server.review.opening;

import org.vigie.server.report.Accuracy;

/// Figures for leads about the order of cases.
public final class Priorities {
  /// The most minutes by which a reporter's accuracy moves a case.
  public static final int MOST_CREDIT = Routing.credit(new Accuracy(Accuracy.LAST, Accuracy.LAST));

  private Priorities() {}
}
