package org.vigie.server.outbox;

/// Whether an effect that was withdrawn may have been delivered.
public enum Withdrawal {
  /// It was never attempted, and never will be.
  UNATTEMPTED,
  /// It was attempted, and nobody knows how that ended. It is not attempted again; an attempt that
  /// is under way ends first, before later effects of the same key.
  UNCERTAIN,
  /// It was delivered or given up before, or its outcome was already cleaned up.
  ENDED
}
