package org.vigie.server.report.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.scan.ScanProblems;

/// The problems that only notices have.
public final class ReportProblems {
  public static final ProblemType REPORTER_SUSPENDED = ProblemType.refused(
      "reporter-suspended", "Notices of this reporter are not processed for a time.");

  public static final ProblemType NOT_A_FLAGGER =
      ProblemType.refused("not-a-flagger", "The organisation is no flagger here.");

  public static final ProblemType NO_NOTICE_TAKEN =
      ProblemType.senseless("no-notice-taken", "None of the notices was taken.");

  public static final ProblemType STORAGE_QUOTA = new ProblemType(
      "storage-quota",
      HttpStatus.TOO_MANY_REQUESTS,
      "More was to be sealed than the key may have sealed in a day.");

  private ReportProblems() {}

  /// Refuses files above the quota of a key.
  public static RuntimeException overQuota(Duration untilTomorrow) {
    return new OverQuotaException(untilTomorrow.toSeconds() + 1);
  }

  /// A key wants more sealed than it may in a day.
  private static final class OverQuotaException extends RuntimeException implements ProblemCause {
    private static final long serialVersionUID = 1;

    private final long seconds;

    OverQuotaException(long seconds) {
      super("the key has had as much sealed today as it may");
      this.seconds = seconds;
    }

    @Override
    public Problem problem() {
      return new Problem(STORAGE_QUOTA, "This key has had as much sealed today as it may.")
          .retryAfter(seconds);
    }
  }

  /// Says that there is no such notice, or none that the caller may see.
  public static ProblemException noSuchNotice() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such notice.", Map.of());
  }

  /// Refuses a key.
  public static ProblemException keyReused() {
    return new ProblemException(
        ScanProblems.KEY_REUSED,
        "This key was used for another notice; a new notice needs a new key.",
        Map.of("field", "Idempotency-Key"));
  }

  /// Refuses a reporter who was suspended.
  ///
  /// @param reason in the words of the person who decided
  public static RuntimeException suspended(Instant now, Instant until, String reason) {
    return new SuspendedException(now, until, reason);
  }

  /// A notice of a reporter who was suspended.
  private static final class SuspendedException extends RuntimeException implements ProblemCause {
    private static final long serialVersionUID = 1;

    private final Instant now;
    private final Instant until;
    private final String reason;

    SuspendedException(Instant now, Instant until, String reason) {
      super("the reporter is suspended");
      this.now = now;
      this.until = until;
      this.reason = reason;
    }

    @Override
    public Problem problem() {
      return new Problem(
              REPORTER_SUSPENDED,
              "After a warning, notices of this reporter are not processed for a time.",
              Map.of("until", until, "reason", reason))
          .retryAfter(Duration.between(now, until).toSeconds() + 1);
    }
  }
}
