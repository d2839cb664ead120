package org.vigie.server.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.blob.BlobsUnavailableException;
import org.vigie.server.evidence.vault.VaultIntegrityException;
import org.vigie.server.evidence.vault.VaultUnavailableException;

/// Evidence in hand: its content, while it is open.
///
/// The content ends with an [IOException] where it was tampered with; what was read before that
/// is authentic, and not whole.
public record OpenedEvidence(EvidenceObject object, InputStream content) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenedEvidence.class);

  /// Reads the beginning, and returns the content from the beginning on: damage there is told
  /// before an answer with it begins. Damage further on breaks the answer off.
  ///
  /// @throws VaultIntegrityException if the beginning is not what was sealed
  public OpenedEvidence begun() throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(content);
    buffered.mark(1);
    try {
      int first = buffered.read();
      if (first >= 0) {
        buffered.reset();
      }
      return new OpenedEvidence(object, buffered);
    } catch (BlobsUnavailableException e) {
      buffered.close();
      throw VaultUnavailableException.because(e);
    } catch (IOException e) {
      buffered.close();
      LOG.atError()
          .setMessage("evidence is not what was sealed")
          .addKeyValue("evidence", object.id().value())
          .setCause(e)
          .log();
      throw new VaultIntegrityException(object.id(), e);
    }
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
