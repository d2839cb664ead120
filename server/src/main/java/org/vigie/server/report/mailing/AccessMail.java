package org.vigie.server.report.mailing;

import java.time.Instant;
import org.vigie.server.access.AccessRequest;

/// A mail about access that somebody is to get.
///
/// @param number names it, also to whoever receives it twice
/// @param attempts how often sending it has failed
public record AccessMail(long number, String email, Tidings tidings, int attempts) {
  /// What it says.
  ///
  /// @param own whether it goes to the person who gets the access
  /// @param concerned that person's name
  /// @param askedBy name of whoever asked
  /// @param dueAt when it takes effect, if nobody stops it
  /// @param atOnce whether it took effect already
  public record Tidings(
      AccessRequest.Kind kind,
      boolean own,
      String concerned,
      String askedBy,
      Instant dueAt,
      boolean atOnce) {}

  @Override
  public String toString() {
    return "AccessMail[" + number + "]";
  }
}
