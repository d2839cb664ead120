package org.vigie.server.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/// The memory that the body of one request takes besides the bytes that were received, which are
/// counted as they arrive. What was not given back at the end of the request is then.
public interface BodyHold {
  String ATTRIBUTE = BodyHold.class.getName();

  /// Counts nothing: for what is no body of a request.
  BodyHold UNCOUNTED = new BodyHold() {
    @Override
    public void take(long bytes) {}

    @Override
    public void giveBack(long bytes) {}
  };

  /// Returns that of a request.
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
