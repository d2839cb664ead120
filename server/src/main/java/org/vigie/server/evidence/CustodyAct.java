package org.vigie.server.evidence;

/// The acts on a sealed object.
public enum CustodyAct {
  SEALED,
  OPENED,
  /// A blurred rendition of it was shown.
  VEILED,
  /// Its content left the vault in a copy, such as a file or a referral; the reason gives the
  /// purpose.
  COPIED,
  HELD,
  RELEASED,
  /// It is kept longer than before.
  KEPT,
  /// Its data key was wrapped again by a newer key.
  REWRAPPED,
  /// A person requested its destruction before its term ends.
  DESTRUCTION_ASKED,
  /// A second person refused the request, or the requester withdrew it.
  DESTRUCTION_DECLINED,
  /// A hold forbade its destruction.
  DESTRUCTION_REFUSED,
  DESTROYED
}
