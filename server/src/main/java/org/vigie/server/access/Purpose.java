package org.vigie.server.access;

import java.time.Duration;
import org.vigie.server.frame.EnumWords;

/// The purpose of a grant to open or destroy sealed evidence. It sets the permission that the
/// holder must have, whether a second person has to approve, and the longest validity.
public enum Purpose {
  /// To decide a case that the holder has claimed.
  REVIEW(Permission.CASES_DECIDE, false, Duration.ofMinutes(30)),
  /// To judge how others decided.
  QUALITY(Permission.CASES_LEAD, false, Duration.ofMinutes(30)),
  /// To answer an authority or to preserve; never by one person alone.
  LEGAL(Permission.EVIDENCE_GRANT, true, Duration.ofHours(4)),
  /// To destroy before the term ends; always by two people. It opens nothing.
  DESTRUCTION(Permission.EVIDENCE_GRANT, true, Duration.ofHours(4));

  private final Permission permission;
  private final boolean twoPeople;
  private final Duration longest;

  Purpose(Permission permission, boolean twoPeople, Duration longest) {
    this.permission = permission;
    this.twoPeople = twoPeople;
    this.longest = longest;
  }

  /// Returns the permission that the holder and the second person, if any, must have.
  public Permission permission() {
    return permission;
  }

  /// Returns whether a second person has to approve.
  public boolean needsTwoPeople() {
    return twoPeople;
  }

  /// Returns whether a grant for it opens evidence.
  public boolean opens() {
    return this != DESTRUCTION;
  }

  /// Returns the longest validity of a grant.
  public Duration longest() {
    return longest;
  }

  /// Returns the word in JSON and in custody entries: `review`.
  public String word() {
    return EnumWords.of(this);
  }
}
