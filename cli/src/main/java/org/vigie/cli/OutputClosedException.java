package org.vigie.cli;

/// The reader of the output has closed it, as `head` does.
final class OutputClosedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutputClosedException() {
    super("output cannot be written");
  }
}
