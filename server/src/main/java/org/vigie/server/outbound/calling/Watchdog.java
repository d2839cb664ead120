package org.vigie.server.outbound.calling;

import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// The sockets of one request. Closes them at the deadline, or when the request is done: a host
/// that sends a byte now and then, during a handshake for example, never lets a read time out.
/// Threads: any.
final class Watchdog implements AutoCloseable {
  private final List<Socket> sockets = new ArrayList<>();
  private final Thread thread;
  private boolean ended;

  Watchdog(CallDeadline until) {
    this.thread = Thread.ofVirtual().unstarted(() -> watch(until));
  }

  static Watchdog start(CallDeadline until) {
    Watchdog watchdog = new Watchdog(until);
    watchdog.thread.start();
    return watchdog;
  }

  /// Returns a new socket that lives no longer than the request and connects through no proxy, not
  /// even one that the JVM's `socksProxyHost` names.
  ///
  /// @throws SocketTimeoutException if the deadline has passed
  synchronized Socket newSocket() throws SocketTimeoutException {
    if (ended) {
      throw new SocketTimeoutException("the deadline has passed");
    }
    Socket socket = new Socket(Proxy.NO_PROXY);
    sockets.add(socket);
    return socket;
  }

  private void watch(CallDeadline until) {
    try {
      Thread.sleep(until.left());
      end();
    } catch (SocketTimeoutException e) {
      end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the request is done
    }
  }

  private synchronized void end() {
    ended = true;
    sockets.forEach(Watchdog::close);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // The socket is closed all the same.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    end();
  }
}
