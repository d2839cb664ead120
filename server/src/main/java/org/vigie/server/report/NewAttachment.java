package org.vigie.server.report;

import java.io.IOException;
import java.io.InputStream;
import org.vigie.server.evidence.EvidenceKind;

/// A file that comes with a notice; scanned, then sealed.
///
/// @param mediaType as its sender says; nobody relies on it
public record NewAttachment(EvidenceKind kind, String mediaType, Content content) {
  /// The bytes, which can be read more than once.
  public interface Content {
    InputStream open() throws IOException;
  }
}
