package org.vigie.server.bank;

/// The index has not caught up with the database yet, so nothing can be said about any content.
public final class IndexNotLoadedException extends RuntimeException {
  public IndexNotLoadedException() {
    super("the index is not loaded yet");
  }
}
