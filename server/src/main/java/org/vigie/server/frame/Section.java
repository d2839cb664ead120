package org.vigie.server.frame;

import java.util.Optional;

/// The sections of the navigation: one for each job, in the order in which they stand.
public enum Section {
  /// The first page, which stands alone.
  HOME,
  /// Deciding cases.
  REVIEW,
  /// How well the work goes.
  INSIGHTS,
  /// Banks, scans, and why content matches.
  KNOWN_CONTENT,
  /// Evidence, and later orders and complaints.
  LEGAL,
  /// Organisations and people who report.
  PARTNERS,
  /// People, keys, policy and the record of acts.
  ADMINISTRATION,
  /// The viewer's own things, which stand beside their name.
  ACCOUNT;

  /// Returns the key of its name; empty where the links need none.
  public Optional<String> textKey() {
    return this == HOME || this == ACCOUNT
        ? Optional.empty()
        : Optional.of("frame.section." + slug());
  }

  /// Returns its name in identifiers of HTML: `known-content`.
  public String slug() {
    return EnumWords.of(this);
  }
}
