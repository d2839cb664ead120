package org.vigie.server.outbound.calling;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks up the addresses of hosts, and gives up at a deadline.
///
/// The system's lookup cannot be interrupted and would hold the carrier of a virtual thread. So it
/// runs in a platform thread of its own, which may outlive its caller; at most 16 do at a time.
/// Threads: any.
public final class HostLookup {
  private static final int MOST_AT_ONCE = 16;

  private final Names names;
  private final ThreadFactory threads;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  /// @param threads makes platform threads
  public HostLookup(Names names, ThreadFactory threads) {
    this.names = names;
    this.threads = threads;
  }

  /// Knows the addresses of hosts.
  @FunctionalInterface
  public interface Names {
    public List<InetAddress> addresses(String host) throws UnknownHostException;
  }

  /// Returns the addresses of a host from the system's resolver.
  public static List<InetAddress> bySystem(String host) throws UnknownHostException {
    return List.of(InetAddress.getAllByName(host));
  }

  /// Returns the addresses of a host.
  ///
  /// @throws UnknownHostException if it has none
  /// @throws SocketTimeoutException if the deadline passes first
  public List<InetAddress> addresses(String host, CallDeadline until) throws IOException {
    try {
      if (!places.tryAcquire(until.left(), TimeUnit.MILLISECONDS)) {
        throw new SocketTimeoutException("too many lookups are going on");
      }
      return started(host).get(until.left(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      SocketTimeoutException late = new SocketTimeoutException("the lookup took too long");
      late.initCause(e);
      throw late;
    } catch (ExecutionException e) {
      throw failed(host, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the lookup was interrupted");
    }
  }

  private FutureTask<List<InetAddress>> started(String host) {
    FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> names.addresses(host));
    try {
      threads.newThread(() -> run(lookup)).start();
    } catch (RuntimeException | Error e) {
      places.release(); // there is no thread to do it
      throw e;
    }
    return lookup;
  }

  private void run(FutureTask<List<InetAddress>> lookup) {
    try {
      lookup.run();
    } finally {
      places.release();
    }
  }

  private static UnknownHostException failed(String host, ExecutionException failure) {
    UnknownHostException unknown = new UnknownHostException(host);
    unknown.initCause(failure);
    return unknown;
  }
}
