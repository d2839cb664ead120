package org.vigie.server.evidence;

/// The kind of sealed content.
public enum EvidenceKind {
  /// Media as it was shared.
  MEDIA,
  /// A message, the thread around it, the account and the room as they were when they were
  /// reported: JSON, `docs/formats/snapshot.md`.
  SNAPSHOT,
  /// A file that a reporter added to a notice.
  ATTACHMENT
}
