package org.vigie.server.frame;

/// An exception that says itself which problem the caller has.
public interface ProblemCause {
  /// Returns what the caller is told; its detail never varies and holds no content.
  Problem problem();
}
