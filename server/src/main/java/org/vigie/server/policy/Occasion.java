package org.vigie.server.policy;

/// The reason for looking at content.
public enum Occasion {
  /// A scan found known content.
  KNOWN,
  /// Somebody reported it.
  REPORTED,
  /// Something else, such as media that no scan could read.
  SEEN
}
