package org.vigie.server.evidence;

/// What was done with a sealed object.
public enum CustodyAct {
  SEALED,
  OPENED,
  /// A blurred rendition of it was shown.
  VEILED,
  /// Its content left the vault in a copy, such as a file or a referral; the reason says to what
  /// purpose.
  COPIED,
  HELD,
  RELEASED,
  /// It is kept longer than before.
  KEPT,
  /// Its data key was wrapped again by a newer key.
  REWRAPPED,
  /// Somebody asked a second person to agree that it is destroyed before its term.
  DESTRUCTION_ASKED,
  /// A second person refused that, or whoever asked withdrew it.
  DESTRUCTION_DECLINED,
  /// A hold forbade it.
  DESTRUCTION_REFUSED,
  DESTROYED
}
