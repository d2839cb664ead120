package org.vigie.server.scan;

/// Whose pictures are decoded: each lane has threads, a queue and memory of its own, so that none
/// waits for another.
public enum DecodingLane {
  /// What messengers submit, and wait for. Goes before all others.
  SCANS,
  /// What programs with a key and people who are signed in send otherwise: hashing for HMA's
  /// clients, the match debugger, media with the notices of a messenger.
  CALLERS,
  /// What strangers send: media with notices from the form and from flaggers' portal.
  STRANGERS,
  /// What strangers sent when there was no time for it; nobody waits for it.
  LATER
}
