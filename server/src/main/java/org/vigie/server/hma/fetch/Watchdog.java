package org.vigie.server.hma.fetch;

import java.io.IOException;
import java.net.Socket;

/// Closes a socket at the deadline: a host that sends a byte now and then, during a handshake for
/// example, never lets a read time out.
final class Watchdog implements AutoCloseable {
  private final Thread thread;

  Watchdog(Socket socket, Deadline until) {
    this.thread = Thread.ofVirtual().start(() -> {
      try {
        Thread.sleep(until.left());
        socket.close();
      } catch (InterruptedException | IOException e) {
        Thread.currentThread().interrupt(); // the work is done, or the socket is closed
      }
    });
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
