package org.vigie.server.evidence;

import java.io.IOException;
import java.io.InputStream;

/// Evidence in hand: its content, while it is open.
///
/// The content ends with an [IOException] where it was tampered with; what was read before that
/// is authentic, and not whole.
public record OpenedEvidence(EvidenceObject object, InputStream content) implements AutoCloseable {
  @Override
  public void close() throws IOException {
    content.close();
  }
}
