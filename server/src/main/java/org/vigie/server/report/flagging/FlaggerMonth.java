package org.vigie.server.report.flagging;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/// The count of notices of an organisation in a month: as signed by the organisation, or the
/// present one.
///
/// @param signed empty until then
public record FlaggerMonth(YearMonth month, Count count, Optional<Countersignature> signed) {
  /// The numbers.
  public record Count(int notices, int founded, int unfounded, int open) {}

  /// The signature under the numbers.
  ///
  /// @param by the reference of a caller
  public record Countersignature(String by, Instant at) {}
}
