package org.vigie.server.scan.web;

import java.util.Optional;
import java.util.UUID;
import org.vigie.server.scan.ScanId;

/// The text form of identifiers of scans.
final class ScanIdText {
  private ScanIdText() {}

  /// Reads an identifier; empty if the text is none, in exactly the form in which it is printed.
  static Optional<ScanId> read(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equals(text) ? Optional.of(new ScanId(id)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
