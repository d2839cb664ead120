package org.vigie.server.frame;

import java.io.FilterInputStream;
import org.vigie.media.MediaFile;
import org.vigie.media.NativeBytes;

/// A stream over bytes that are held outside the heap already. A reader that needs them all takes
/// [#bytes] instead of a copy, so that a body is held once. Threads: one at a time.
public final class HeldBytes extends FilterInputStream {
  private final NativeBytes bytes;

  /// @param bytes not copied; must not change any more, nor be freed while the stream is read
  public HeldBytes(NativeBytes bytes) {
    super(MediaFile.of(bytes).open());
    this.bytes = bytes;
  }

  /// Returns the bytes themselves, from the first on, however much of the stream was read.
  public NativeBytes bytes() {
    return bytes;
  }
}
