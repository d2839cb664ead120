package org.vigie.server.operation.console;

import org.jspecify.annotations.Nullable;

/// A command was refused; the message is one sentence for the operator with the reason and the
/// remedy.
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RefusedException(String sentence) {
    super(sentence);
  }

  public RefusedException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
