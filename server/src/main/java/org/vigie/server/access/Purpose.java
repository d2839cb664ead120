package org.vigie.server.access;

import java.util.Locale;

/// What sealed evidence is opened for; it says which permission the holder of a grant must have,
/// and whether a second person has to agree.
public enum Purpose {
  /// To decide a case that the holder has claimed.
  REVIEW(Permission.CASES_DECIDE, false),
  /// To judge how others decided.
  QUALITY(Permission.CASES_LEAD, false),
  /// To answer an authority or to preserve; never by one person alone.
  LEGAL(Permission.EVIDENCE_GRANT, true);

  private final Permission permission;
  private final boolean twoPeople;

  Purpose(Permission permission, boolean twoPeople) {
    this.permission = permission;
    this.twoPeople = twoPeople;
  }

  /// Returns what the holder, and the second person where there is one, must be allowed to do.
  public Permission permission() {
    return permission;
  }

  /// Returns whether a second person has to agree.
  public boolean needsTwoPeople() {
    return twoPeople;
  }

  /// Returns the word in JSON and in custody entries: `review`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
