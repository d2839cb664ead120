package org.vigie.server.scan;

import org.vigie.server.bank.BankName;
import org.vigie.server.bank.Findings;
import org.vigie.server.bank.MemberId;

/// A match that does not count, as the content is at least as near to a known false positive.
public record SilencedMatch(ScanMatch match, Silencer by) {
  /// The known false positive.
  ///
  /// @param distance of the content from it, in the unit of the signal type
  public record Silencer(BankName bank, MemberId member, int distance) {
    static Silencer of(Findings.Silenced silenced) {
      return new Silencer(
          silenced.by().bank().name(), silenced.by().member(), silenced.by().distance());
    }
  }
}
