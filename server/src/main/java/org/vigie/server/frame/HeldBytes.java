package org.vigie.server.frame;

import java.io.ByteArrayInputStream;

/// A stream over bytes that are held in memory already. A reader that needs them all takes the
/// array instead of a second copy, so that a body is held once. Threads: one at a time.
public final class HeldBytes extends ByteArrayInputStream {
  /// @param bytes not copied; must not change any more
  public HeldBytes(byte[] bytes) {
    super(bytes);
  }

  /// Returns the array itself and leaves the stream at its end; no copy unless a part of the
  /// stream has been read before.
  @Override
  public synchronized byte[] readAllBytes() {
    if (pos > 0) {
      return super.readAllBytes();
    }
    pos = count;
    return buf;
  }
}
