package org.vigie.server.frame;

/// An exception that says itself which problem the caller has. Its message becomes the detail,
/// so it never varies and holds no content.
public interface ProblemCause {
  ProblemType problemType();
}
