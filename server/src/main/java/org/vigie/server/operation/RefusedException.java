package org.vigie.server.operation;

import org.jspecify.annotations.Nullable;

/// A command was refused; the message is one sentence for the operator with the reason and the
/// remedy.
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedException(String sentence) {
    super(sentence);
  }

  RefusedException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
