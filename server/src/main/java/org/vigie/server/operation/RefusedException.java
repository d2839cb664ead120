package org.vigie.server.operation;

import org.jspecify.annotations.Nullable;

/// Says in one sentence for the operator why a command was not carried out, and what to do.
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedException(String sentence) {
    super(sentence);
  }

  RefusedException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
