package org.vigie.server.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.vigie.media.NativeBytes;

/// The memory that the body of one request takes besides the received bytes, which are counted as
/// they arrive. Memory not yet released is released at the end of the request, however it ends.
/// Threads: that of the request.
public interface BodyHold {
  String ATTRIBUTE = BodyHold.class.getName();

  /// Counts nothing and frees nothing itself: for content that is no body of a request.
  BodyHold UNCOUNTED = new BodyHold() {
    @Override
    public void take(long bytes) {}

    @Override
    public void giveBack(long bytes) {}

    @Override
    public NativeBytes allocate(long size) {
      return NativeBytes.collected(size);
    }

    @Override
    public void free(NativeBytes bytes) {}
  };

  /// Returns the hold of a request.
  static BodyHold of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof BodyHold hold ? hold : UNCOUNTED;
  }

  /// Counts bytes that are about to be held.
  ///
  /// @throws IOException if there is no room for them, which ends the reading of the body
  void take(long bytes) throws IOException;

  /// Ends the counting of bytes that were taken.
  void giveBack(long bytes);

  /// Counts and allocates memory outside the heap. It belongs to the request, which frees it at its
  /// end; if other work holds it then, the memory is freed, and counts, until that work lets go.
  ///
  /// @throws IOException as [#take]
  NativeBytes allocate(long size) throws IOException;

  /// Frees memory that was allocated here before the end of the request, which ends its counting.
  void free(NativeBytes bytes);
}
