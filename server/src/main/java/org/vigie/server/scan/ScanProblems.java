package org.vigie.server.scan;

import java.util.Map;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

/// The problems that only scans have.
public final class ScanProblems {
  public static final ProblemType SURFACE_NOT_SCANNED =
      ProblemType.refused("surface-not-scanned", "Vigie does not scan content shared there.");
  public static final ProblemType KEY_REUSED = ProblemType.senseless(
      "idempotency-key-reused", "The idempotency key has been used for another request.");

  private ScanProblems() {}

  /// Refuses a submission.
  public static ProblemException surfaceNotScanned() {
    return new ProblemException(
        SURFACE_NOT_SCANNED,
        "Content of this surface is scanned only where the operator has switched it on.",
        Map.of("field", "submission.surface"));
  }

  /// Says that there is no such scan, or none that the caller may see.
  public static ProblemException noSuchScan() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "There is no such scan, or it is not kept any more.", Map.of());
  }

  /// Refuses a key.
  public static ProblemException keyReused() {
    return new ProblemException(
        KEY_REUSED,
        "This key was used for another submission; a new submission needs a new key.",
        Map.of("field", "Idempotency-Key"));
  }
}
