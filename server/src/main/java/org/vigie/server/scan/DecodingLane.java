package org.vigie.server.scan;

/// A class of callers whose pictures are decoded. Each lane has threads, a queue and memory of its
/// own, so that no lane waits for another.
public enum DecodingLane {
  /// Submissions of messengers, who wait for the answer. Has priority over all others.
  SCANS,
  /// Other media of programs with a key and of people who are signed in: hashing for HMA's
  /// clients, the match debugger, media with the notices of a messenger.
  CALLERS,
  /// Media of strangers: with notices from the form and from the flaggers' portal.
  STRANGERS,
  /// Media of strangers that missed its deadline; no caller waits for it.
  LATER
}
