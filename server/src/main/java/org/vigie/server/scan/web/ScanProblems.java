package org.vigie.server.scan.web;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.vigie.server.bank.IndexNotLoadedException;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.policy.Surface;

/// The problems that only scans have.
final class ScanProblems {
  static final ProblemType SURFACE_NOT_SCANNED = new ProblemType(
      "surface-not-scanned",
      HttpStatus.FORBIDDEN,
      "Content that was shared there is not scanned here.");
  static final ProblemType KEY_REUSED = new ProblemType(
      "idempotency-key-reused",
      HttpStatus.UNPROCESSABLE_CONTENT,
      "The idempotency key has been used for another request.");

  private ScanProblems() {}

  static ProblemException surfaceNotScanned(Surface surface) {
    return new ProblemException(
        SURFACE_NOT_SCANNED,
        surface.word() + " content is scanned only where the operator has switched it on",
        Map.of("field", SubmissionReader.PART + ".surface"));
  }

  static ProblemException keyReused() {
    return new ProblemException(
        KEY_REUSED,
        "this key was used for another submission; a new submission needs a new key",
        Map.of("field", "Idempotency-Key"));
  }

  /// Runs what needs the index.
  static <T> T whenReady(Supplier<T> work) {
    try {
      return work.get();
    } catch (IndexNotLoadedException e) {
      throw new ProblemException(
          ProblemType.NOT_READY, "the index is not loaded yet, try again soon", Map.of());
    }
  }
}
