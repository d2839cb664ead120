package org.vigie.server.bank;

import java.time.Instant;
import org.vigie.server.policy.CategoryKey;

/// Curated known content under one policy.
///
/// @param terms the terms of matching its members
/// @param verified whether trusted people have confirmed each member; automatic measures need it
/// @param provenance the origin of its members, for people: `IWF hash list`
/// @param members the number of members of any status
/// @param version counts the changes of these fields, so that two editors do not overwrite each
///     other
public record Bank(
    BankId id,
    BankName name,
    BankKind kind,
    CategoryKey category,
    MatchTerms terms,
    boolean verified,
    String provenance,
    long members,
    int version,
    Instant createdAt) {
  /// The terms of matching the members of a bank.
  ///
  /// @param radius bits, 0 to 63, for PDQ signals
  /// @param minQuality 0 to 100; PDQ signals below it are not compared
  /// @param enabledShare 0 (off) to 1, the share of queries that the bank takes part in
  public record MatchTerms(int radius, int minQuality, double enabledShare) {
    public MatchTerms {
      if (radius < 0 || radius > 63) {
        throw new IllegalArgumentException("a radius is 0 to 63 bits: " + radius);
      }
      if (minQuality < 0 || minQuality > 100) {
        throw new IllegalArgumentException("a quality is 0 to 100: " + minQuality);
      }
      if (!(enabledShare >= 0 && enabledShare <= 1)) {
        throw new IllegalArgumentException("an enabled share is 0 to 1: " + enabledShare);
      }
    }
  }
}
