package org.vigie.server.evidence;

/// What was done with a sealed object.
public enum CustodyAct {
  SEALED,
  OPENED,
  /// Its content left in a copy, such as a referral.
  COPIED,
  HELD,
  RELEASED,
  /// It is kept longer than before.
  KEPT,
  /// Its data key was wrapped again by a newer key.
  REWRAPPED,
  DESTRUCTION_REFUSED,
  DESTROYED
}
