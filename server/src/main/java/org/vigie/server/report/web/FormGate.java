package org.vigie.server.report.web;

import java.time.Duration;
import java.util.Map;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.report.FormPasses;
import org.vigie.server.report.FormThrottle;

/// What a form passes before it is read and sent.
///
/// @param maxFile bytes of one file
public record FormGate(FormPasses passes, FormThrottle throttle, int maxFile, UploadSlots slots) {
  /// Makes a gate with free slots.
  public static FormGate of(FormPasses passes, FormThrottle throttle, int maxFile) {
    return new FormGate(passes, throttle, maxFile, new UploadSlots());
  }

  /// Says that too many forms are being read.
  static ProblemException busy(Duration wait) {
    return new ProblemException(
        ProblemType.TOO_MANY_REQUESTS,
        "Too many forms are being sent at the moment.",
        Map.of("seconds", wait.toSeconds()));
  }
}
