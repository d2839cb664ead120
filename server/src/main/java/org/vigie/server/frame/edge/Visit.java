package org.vigie.server.frame.edge;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A response whose request may hold a place among [Visits]. The place is free as soon as the
/// answer is ready to be sent, so that a visitor who reads slowly holds none.
final class Visit extends HttpServletResponseWrapper {
  private final AtomicReference<@Nullable Runnable> held = new AtomicReference<>();
  private volatile boolean entered;

  Visit(HttpServletResponse response) {
    super(response);
  }

  /// Sets the release of the taken place.
  void hold(Runnable leave) {
    entered = true;
    held.set(leave);
  }

  /// Returns whether a place was taken, even if it has been given back since.
  boolean hasEntered() {
    return entered;
  }

  /// Gives the place back, once.
  void end() {
    Runnable leave = held.getAndSet(null);
    if (leave != null) {
      leave.run();
    }
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    end();
    return super.getOutputStream();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    end();
    return super.getWriter();
  }
}
