package org.vigie.media;

/// Ends work on a file whose deadline has passed. Reading a row of a plane may throw it; a decode
/// ends in [DecodeOutcome.Cause#DEADLINE_PASSED] instead.
public final class DeadlinePassedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DeadlinePassedException() {
    super("the deadline of the work on a file has passed");
  }

  /// Says nothing that the place of its making would add.
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
