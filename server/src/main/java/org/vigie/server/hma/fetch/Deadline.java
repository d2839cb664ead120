package org.vigie.server.hma.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The moment until which everything has to be done; each read waits no longer than that.
record Deadline(long atNanos) {
  static Deadline after(Duration length) {
    return new Deadline(System.nanoTime() + length.toNanos());
  }

  /// Returns the milliseconds that are left, at least 1.
  ///
  /// @throws SocketTimeoutException if none is left
  int left() throws SocketTimeoutException {
    long left = TimeUnit.NANOSECONDS.toMillis(atNanos - System.nanoTime());
    if (left <= 0) {
      throw new SocketTimeoutException("the time is over");
    }
    return (int) Math.min(left, Integer.MAX_VALUE);
  }

  /// Returns what a socket receives, until the deadline.
  InputStream input(Socket socket) throws IOException {
    return new FilterInputStream(socket.getInputStream()) {
      @Override
      public int read() throws IOException {
        socket.setSoTimeout(left());
        return super.read();
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        socket.setSoTimeout(left());
        return super.read(bytes, offset, length);
      }
    };
  }
}
