package org.vigie.server.evidence;

/// What was sealed.
public enum EvidenceKind {
  /// Media as it was shared.
  MEDIA,
  /// A message, the thread around it, the account and the room as they were when they were
  /// reported: JSON, `docs/formats/snapshot.md`.
  SNAPSHOT,
  /// What a reporter added to a notice.
  ATTACHMENT
}
