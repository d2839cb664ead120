package org.vigie.server.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.blob.BlobsUnavailableException;
import org.vigie.server.evidence.vault.VaultIntegrityException;
import org.vigie.server.evidence.vault.VaultUnavailableException;

/// Opened evidence with its content.
///
/// Reading ends with an [IOException] where the content was tampered with; the bytes read before
/// are authentic, but incomplete.
public record OpenedEvidence(EvidenceObject object, InputStream content) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenedEvidence.class);

  /// Reads the beginning, and returns the content from the beginning on, so that damage there is
  /// reported before the answer begins. Damage further on breaks the answer off.
  ///
  /// @throws VaultIntegrityException if the beginning differs from the sealed content
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
