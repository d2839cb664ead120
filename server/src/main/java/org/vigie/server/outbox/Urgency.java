package org.vigie.server.outbox;

/// Which effects of a kind are delivered first. Among equally urgent ones the oldest comes first.
public enum Urgency {
  /// Before all others of its kind: it protects somebody.
  URGENT,
  USUAL
}
