package org.vigie.server.frame.failing;

import java.io.IOException;
import java.util.stream.Stream;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemType;

/// That something could not be stored as a disk is full.
final class DiskFull {
  static final Problem PROBLEM = new Problem(
          ProblemType.DISK_FULL,
          "The disk of this server is full. Nothing was stored; its operator has to make room.")
      .retryAfter(60);

  private DiskFull() {}

  /// Returns whether a file could not be read or written: the JDK has no exception for a full disk,
  /// so the room of the disk has to be checked.
  static boolean isPossible(Throwable failure) {
    return Stream.iterate(failure, Throwable::getCause)
        .takeWhile(cause -> cause != null)
        .anyMatch(IOException.class::isInstance);
  }
}
