package org.vigie.server.report.checking;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.vigie.server.evidence.EvidenceKind;

/// A file that comes with a notice; scanned, then sealed.
///
/// @param mediaType as its sender says; not relied on
/// @param name for the receipt; empty if it has none
public record NewAttachment(
    EvidenceKind kind, String mediaType, Optional<FileName> name, Content content) {
  public NewAttachment(EvidenceKind kind, String mediaType, Content content) {
    this(kind, mediaType, Optional.empty(), content);
  }

  /// The bytes, which can be read more than once.
  public interface Content {
    InputStream open() throws IOException;
  }
}
