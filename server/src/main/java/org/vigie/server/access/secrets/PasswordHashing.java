package org.vigie.server.access.secrets;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Hashes passwords, slowly by intent, on a few threads of its own, so that strangers who try many
/// passwords leave the other cores free. Call it outside transactions: a caller that waits must not
/// hold a connection. Threads: any.
public final class PasswordHashing implements AutoCloseable {
  /// How long to wait before a retry when the queue was full.
  static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  private final PasswordEncoder encoder;
  private final ThreadPoolExecutor threads;

  /// @param threads that hash at the same time
  /// @param waiting the most callers that wait for a thread
  public PasswordHashing(PasswordEncoder encoder, int threads, int waiting) {
    this.encoder = encoder;
    this.threads = new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(waiting),
        Thread.ofPlatform().daemon().name("passwords-", 0).factory());
  }

  /// Returns the hash of a password.
  ///
  /// @throws HashingBusyException if too many wait; nothing was done
  public EncodedPassword encode(String password) {
    return new EncodedPassword(String.valueOf(run(() -> encoder.encode(password))));
  }

  /// Returns the hash of a decoy password, on the calling thread.
  public EncodedPassword encodeNobodys(String password) {
    return new EncodedPassword(String.valueOf(encoder.encode(password)));
  }

  /// Returns whether a hash is that of a password.
  ///
  /// @throws HashingBusyException if too many wait; nothing was done
  public boolean matches(String password, String encoded) {
    return run(() -> encoder.matches(password, encoded));
  }

  private <T> T run(Callable<T> hashing) {
    Future<T> result;
    try {
      result = threads.submit(hashing);
    } catch (RejectedExecutionException _) {
      throw new HashingBusyException();
    }
    try {
      return result.get();
    } catch (InterruptedException e) {
      result.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a password was hashed", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a password could not be hashed", e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
