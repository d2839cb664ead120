package org.vigie.cli;

/// Says that nobody takes the output any more, as when `head` has seen enough.
final class OutputClosedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutputClosedException() {
    super("output cannot be written");
  }
}
