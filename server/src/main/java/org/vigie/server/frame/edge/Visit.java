package org.vigie.server.frame.edge;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A response whose request may hold a place among [Visits]. The place is free as soon as the
/// answer is ready to be sent, so that a visitor who reads slowly holds none.
final class Visit extends HttpServletResponseWrapper {
  private final AtomicReference<@Nullable Semaphore> held = new AtomicReference<>();

  Visit(HttpServletResponse response) {
    super(response);
  }

  /// Notes the place that was taken.
  void hold(Semaphore places) {
    held.set(places);
  }

  /// Gives the place back, once.
  void end() {
    Semaphore places = held.getAndSet(null);
    if (places != null) {
      places.release();
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
