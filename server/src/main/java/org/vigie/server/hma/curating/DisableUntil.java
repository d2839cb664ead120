package org.vigie.server.hma.curating;

import java.time.Instant;
import java.util.Optional;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.hma.vocabulary.HmaProblems;

/// HMA's `disable_until_ts`: 0 where content is disabled for good, 1 where it is enabled, else
/// the time until which it is disabled, in seconds since 1970.
///
/// A member has [Member#FOR_GOOD] for the first and no moment for the second. A time that has
/// passed enables content too, and is read as 1.
public final class DisableUntil {
  private static final long FOR_GOOD = 0;
  private static final long ENABLED = 1;

  private DisableUntil() {}

  /// Returns the number for a member. A member that was set aside matches nothing either.
  public static long of(Member member) {
    if (member.status() == MemberStatus.SET_ASIDE) {
      return FOR_GOOD;
    }
    return member
        .disabledUntil()
        .map(until -> until.equals(Member.FOR_GOOD) ? FOR_GOOD : until.getEpochSecond())
        .orElse(ENABLED);
  }

  /// Reads a number as the moment until which a member is disabled; empty if it is to match.
  ///
  /// Any time in seconds is accepted, however far, but not one in milliseconds, which would
  /// disable content for good instead of a day.
  ///
  /// @throws org.vigie.server.frame.ProblemException if it is negative or after the year 9999
  static Optional<Instant> moment(long number, Instant now) {
    if (number < 0 || number >= Member.FOR_GOOD.getEpochSecond()) {
      throw HmaProblems.bad("disable_until_ts has to be 0 (for good), 1 (enabled) or a time in"
          + " seconds, not milliseconds, since 1970.");
    }
    return number == FOR_GOOD
        ? Optional.of(Member.FOR_GOOD)
        : Optional.of(Instant.ofEpochSecond(number)).filter(now::isBefore);
  }
}
