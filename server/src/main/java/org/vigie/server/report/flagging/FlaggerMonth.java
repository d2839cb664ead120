package org.vigie.server.report.flagging;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/// What an organisation sent in a month, as it stood when somebody of the organisation signed
/// it, or as it stands now.
///
/// @param signed empty until then
public record FlaggerMonth(YearMonth month, Count count, Optional<Countersignature> signed) {
  /// The numbers.
  public record Count(int notices, int founded, int unfounded, int open) {}

  /// Who agreed with the numbers, and when.
  ///
  /// @param by the reference of a caller
  public record Countersignature(String by, Instant at) {}
}
