package org.vigie.server.scan.web;

import java.util.Optional;
import java.util.UUID;
import org.vigie.server.scan.ScanId;

/// The text form of identifiers of scans.
final class ScanIdText {
  private ScanIdText() {}

  /// Reads an identifier in exactly its printed form; empty for any other text.
  static Optional<ScanId> read(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equals(text) ? Optional.of(new ScanId(id)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
