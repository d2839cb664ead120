package org.vigie.server.evidence;

/// What was done with a sealed object.
public enum CustodyAct {
  SEALED,
  OPENED,
  /// Its content left the vault in a copy, such as a file or a referral; the reason says to what
  /// purpose.
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
