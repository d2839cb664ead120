package org.vigie.server.operation.running;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything a run has opened, closed in reverse. Threads: any.
final class Closing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private boolean closed;

  /// Adds something that was opened; if everything is closed already, so is this, at once.
  ///
  /// @throws IllegalStateException if everything is closed already
  <T extends AutoCloseable> T add(T opened) {
    synchronized (this) {
      if (!closed) {
        open.push(opened);
        return opened;
      }
    }
    close(opened);
    throw new IllegalStateException("this run is being stopped");
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    synchronized (open) {
      while (!open.isEmpty()) {
        close(open.pop());
      }
    }
  }

  /// A failure to close one must not leave the rest open.
  private static void close(AutoCloseable opened) {
    try {
      opened.close();
    } catch (Exception e) {
      LOG.atError()
          .setMessage("not closed")
          .addKeyValue("what", opened.getClass().getName())
          .setCause(e)
          .log();
    }
  }
}
