package org.vigie.server.frame;

/// An exception that says itself which problem the caller has.
public interface ProblemCause {
  ProblemType problemType();

  /// Returns the detail for the caller: the message of the exception, which never varies and
  /// holds no content.
  String getMessage();
}
