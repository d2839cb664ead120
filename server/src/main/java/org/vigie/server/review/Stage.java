package org.vigie.server.review;

/// Which of the decisions that a case needs comes next.
public enum Stage {
  FIRST,

  /// By another reviewer, who does not see the first decision.
  SECOND,

  /// By a lead: the first two decisions differ, or a reviewer passed the case up.
  LEAD
}
