package org.vigie.server.frame;

/// An exception that says itself which problem the caller has.
public interface ProblemCause {
  /// Returns the problem for the caller; its detail never varies and holds no content.
  Problem problem();
}
