package org.vigie.server.bank;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `vigie.bank.flood`: when a member matches far too much.
///
/// @param window what is looked back at, 1 minute to 1 day, default 1 hour
/// @param contents how many different contents one member may match perceptually within the
///     window, at least 1, default 200
/// @param share of all scans within the window that it may match, 0 to 1, default 0.02; a member
///     is set aside when both are exceeded
public record FloodSettings(
    @DefaultValue("1h") Duration window,
    @DefaultValue("200") int contents,
    @DefaultValue("0.02") double share) {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  public FloodSettings {
    if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("vigie.bank.flood.window is 1 minute to 1 day: " + window);
    }
    if (contents < 1) {
      throw new IllegalArgumentException("vigie.bank.flood.contents is at least 1: " + contents);
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("vigie.bank.flood.share is 0 to 1: " + share);
    }
  }
}
