package org.vigie.server.enforcement.actions;

/// How an action ended.
public enum Ending {
  DONE,
  /// It was so before.
  ALREADY,
  /// Partly done, and no more can be done.
  PARTIAL,
  /// The messenger cannot do this, or has no connector.
  UNSUPPORTED,
  /// The messenger refuses.
  DENIED,
  /// Nothing was asked, because another measure holds that covers this one.
  KEPT,
  /// A lead gave up after too many failures.
  GIVEN_UP;

  /// Returns whether the messenger may be other than it was.
  public boolean acted() {
    return this == DONE || this == PARTIAL || this == GIVEN_UP;
  }

  /// Returns whether the messenger will never do it.
  public boolean refused() {
    return this == UNSUPPORTED || this == DENIED;
  }
}
