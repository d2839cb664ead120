package org.vigie.server.frame;

import java.io.IOException;

/// Thrown for a body that is no well-formed form with files, or ends too early.
public final class MalformedFormException extends IOException {
  private static final long serialVersionUID = 1;

  MalformedFormException(IOException cause) {
    super("the body is not a well-formed form with files", cause);
  }
}
