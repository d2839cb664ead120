package org.vigie.server.bank;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Runs imports, one after another. What still waits or runs when the process stops is
/// interrupted, and leaves nothing.
final class ImportThread implements Executor, AutoCloseable {
  private final ExecutorService executor = Executors.newSingleThreadExecutor(
      Thread.ofPlatform().daemon().name("bank-import").factory());

  @Override
  public void execute(Runnable command) {
    executor.execute(command);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
