package org.vigie.server.policy.revising;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices the revisions that other processes make.
final class PolicyRefresh implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyRefresh.class);

  private final StoredPolicies policies;
  private final ScheduledExecutorService executor;
  private final Future<?> task;

  PolicyRefresh(StoredPolicies policies, ScheduledExecutorService executor, Duration every) {
    this.policies = policies;
    this.executor = executor;
    this.task = executor.scheduleWithFixedDelay(
        this::refresh, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Without the database the current revision goes on; the next time is soon.
  private void refresh() {
    try {
      policies.refresh();
    } catch (RuntimeException e) {
      LOG.atError()
          .setMessage("policy not refreshed")
          .addKeyValue("cause", e.getClass().getSimpleName())
          .log();
    }
  }

  @Override
  public void close() {
    task.cancel(false);
    executor.shutdown();
  }
}
