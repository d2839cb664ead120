package org.vigie.server.evidence.vault;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.blob.BlobsUnavailableException;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;
import org.vigie.server.frame.ProblemType;

/// The store of sealed objects does not answer. Nothing was sealed or opened.
public final class VaultUnavailableException extends IOException implements ProblemCause {
  private static final long serialVersionUID = 1;
  private static final long AGAIN_SECONDS = 30;
  private static final Logger LOG = LoggerFactory.getLogger(VaultUnavailableException.class);

  private VaultUnavailableException(BlobsUnavailableException cause) {
    super("the store of sealed evidence does not answer", cause);
  }

  /// Logs the cause and the remedy for operators, and returns the exception.
  public static VaultUnavailableException because(BlobsUnavailableException cause) {
    LOG.atError()
        .setMessage("store of evidence unavailable")
        .addKeyValue("why", cause.getMessage())
        .log();
    return new VaultUnavailableException(cause);
  }

  @Override
  public Problem problem() {
    return new Problem(
            ProblemType.NOT_READY,
            "The store of sealed evidence does not answer. Nothing was done.")
        .retryAfter(AGAIN_SECONDS);
  }
}
