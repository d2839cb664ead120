package org.vigie.server.bank;

import java.util.OptionalInt;

/// A requested change of a member's status.
///
/// @param reason for the history; not blank
/// @param version of the member that the caller has seen; empty to change any version
public record StatusChange(MemberStatus to, String reason, OptionalInt version) {
  /// The longest reason.
  public static final int MAX_REASON = 2_000;

  public StatusChange {
    if (reason.isBlank() || reason.length() > MAX_REASON) {
      throw new IllegalArgumentException("a reason has 1 to " + MAX_REASON + " characters");
    }
  }

  /// Returns a change of any version of the member.
  public static StatusChange of(MemberStatus to, String reason) {
    return new StatusChange(to, reason, OptionalInt.empty());
  }
}
