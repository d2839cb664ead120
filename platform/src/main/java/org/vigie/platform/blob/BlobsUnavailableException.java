package org.vigie.platform.blob;

import java.io.IOException;

/// Blobs cannot be read or written now, while nothing is known to be wrong with them.
public final class BlobsUnavailableException extends IOException {
  private static final long serialVersionUID = 1;

  /// @param message the unreachable part and the remedy, for operators
  public BlobsUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
