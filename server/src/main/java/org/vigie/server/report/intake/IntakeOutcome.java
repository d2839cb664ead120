package org.vigie.server.report.intake;

import java.time.Instant;
import org.vigie.server.report.answering.Receipt;

/// How the intake of a notice ended.
public sealed interface IntakeOutcome {
  /// It is stored, now or when the same was sent before.
  record Received(Receipt receipt) implements IntakeOutcome {}

  /// Its sender may send nothing for a time, after a warning; Regulation (EU) 2022/2065,
  /// Art. 23(2).
  ///
  /// @param reason in the words of the person who decided
  record Suspended(Instant until, String reason) implements IntakeOutcome {}

  /// The caller has used the idempotency key for another notice.
  record KeyReused() implements IntakeOutcome {}
}
