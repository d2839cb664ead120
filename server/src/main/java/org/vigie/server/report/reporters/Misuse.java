package org.vigie.server.report.reporters;

import java.time.Instant;
import org.vigie.server.report.ReporterMark;

/// A measure against a reporter who often sends manifestly unfounded notices, with the four
/// factors that Regulation (EU) 2022/2065, Art. 23(3) wants weighed.
///
/// @param number the number of their notices that were manifestly unfounded in the last twelve
///     months
/// @param total the number of all their notices in that time
/// @param gravity the gravity of the misuse and its consequences
/// @param intent as far as it can be known
/// @param reason in the words of the person who decided
/// @param by the reference of a caller
public record Misuse(
    ReporterMark reporter,
    Measure measure,
    int number,
    int total,
    Gravity gravity,
    Intent intent,
    String reason,
    String by,
    Instant at) {
  /// A warning, or a suspension after one.
  public sealed interface Measure {
    /// A warning that a suspension may follow.
    record Warning() implements Measure {}

    /// Notices are not processed until then.
    record Suspension(Instant until) implements Measure {}
  }

  /// How grave it is.
  public enum Gravity {
    LOW,
    MEDIUM,
    HIGH
  }

  /// The intent, as far as it can be known.
  public enum Intent {
    UNKNOWN,
    CARELESS,
    DELIBERATE
  }
}
