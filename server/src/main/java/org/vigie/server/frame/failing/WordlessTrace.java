package org.vigie.server.frame.failing;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The trace of an exception without its messages, which may quote sent or stored content.
final class WordlessTrace {
  private static final int DEEPEST_CAUSE = 8;

  private WordlessTrace() {}

  static String of(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(DEEPEST_CAUSE)
        .map(WordlessTrace::one)
        .collect(Collectors.joining("\ncaused by "));
  }

  private static String one(Throwable failure) {
    return failure.getClass().getName()
        + Arrays.stream(failure.getStackTrace())
            .map(frame -> "\n\tat " + frame)
            .collect(Collectors.joining());
  }
}
