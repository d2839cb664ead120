package org.vigie.media;

/// Checks the deadline during the work on one file.
final class Progress {
  /// The number of steps, of a few nanoseconds each, between two checks.
  static final int STEPS = 1 << 12;

  private final Deadline deadline;
  private int steps;

  Progress(Deadline deadline) {
    this.deadline = deadline;
  }

  /// Asks after a row, a strip, or before and after a call that cannot be interrupted.
  void row() {
    deadline.check();
  }

  /// Counts a step of a loop that has no rows, and asks now and then.
  void step() {
    if (++steps == STEPS) {
      steps = 0;
      deadline.check();
    }
  }
}
