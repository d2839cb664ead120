package org.vigie.server.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/// The memory that the body of one request takes besides the received bytes, which are counted as
/// they arrive. Memory not yet released is released at the end of the request.
public interface BodyHold {
  String ATTRIBUTE = BodyHold.class.getName();

  /// Counts nothing: for content that is no body of a request.
  BodyHold UNCOUNTED = new BodyHold() {
    @Override
    public void take(long bytes) {}

    @Override
    public void giveBack(long bytes) {}
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
}
