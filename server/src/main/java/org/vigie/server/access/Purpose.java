package org.vigie.server.access;

import java.time.Duration;
import java.util.Locale;

/// What leave is given for, to open sealed evidence or to destroy it; it says which permission
/// the holder of a grant must have, whether a second person has to agree, and how long a grant
/// stands at most.
public enum Purpose {
  /// To decide a case that the holder has claimed.
  REVIEW(Permission.CASES_DECIDE, false, Duration.ofMinutes(30)),
  /// To judge how others decided.
  QUALITY(Permission.CASES_LEAD, false, Duration.ofMinutes(30)),
  /// To answer an authority or to preserve; never by one person alone.
  LEGAL(Permission.EVIDENCE_GRANT, true, Duration.ofHours(4)),
  /// To destroy before the term is over; never by one person alone. It opens nothing.
  DESTRUCTION(Permission.EVIDENCE_GRANT, true, Duration.ofHours(4));

  private final Permission permission;
  private final boolean twoPeople;
  private final Duration longest;

  Purpose(Permission permission, boolean twoPeople, Duration longest) {
    this.permission = permission;
    this.twoPeople = twoPeople;
    this.longest = longest;
  }

  /// Returns what the holder, and the second person where there is one, must be allowed to do.
  public Permission permission() {
    return permission;
  }

  /// Returns whether a second person has to agree.
  public boolean needsTwoPeople() {
    return twoPeople;
  }

  /// Returns whether evidence is opened by a grant for it.
  public boolean opens() {
    return this != DESTRUCTION;
  }

  /// Returns the longest that a grant stands.
  public Duration longest() {
    return longest;
  }

  /// Returns the word in JSON and in custody entries: `review`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
