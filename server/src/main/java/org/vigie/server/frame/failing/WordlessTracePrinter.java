package org.vigie.server.frame.failing;

import java.io.IOException;
import org.springframework.boot.logging.StackTracePrinter;

/// Prints exceptions in the structured log without their messages; `application.yaml` names it.
public final class WordlessTracePrinter implements StackTracePrinter {
  @Override
  public void printStackTrace(Throwable failure, Appendable out) throws IOException {
    out.append(WordlessTrace.of(failure));
  }
}
