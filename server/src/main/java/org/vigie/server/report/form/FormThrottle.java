package org.vigie.server.report.form;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.report.settings.ReportSecret;
import org.vigie.server.report.store.FormThrottleStore;

/// Throttles senders of many forms from one address, less if the browser has proved work. Addresses
/// are kept as digests under a secret, for a day. Threads: any.
public final class FormThrottle {
  private static final FormThrottleStore.Rate WORKED =
      new FormThrottleStore.Rate(Duration.ofMinutes(1), 20);
  private static final FormThrottleStore.Rate NOT_WORKED =
      new FormThrottleStore.Rate(Duration.ofMinutes(5), 4);

  private final FormThrottleStore store;
  private final ReportSecret secret;
  private final InstantSource clock;

  public FormThrottle(FormThrottleStore store, ReportSecret secret, InstantSource clock) {
    this.store = store;
    this.secret = secret;
    this.clock = clock;
  }

  /// Counts a notice; returns how long to wait if it comes too early.
  public Optional<Duration> take(CallerAddress address, boolean worked) {
    Instant now = clock.instant();
    return address
        .network()
        .map(network -> secret.mac(worked ? "worked" : "not worked", network))
        .flatMap(digest -> store.take(digest, worked ? WORKED : NOT_WORKED, now))
        .map(free -> Duration.between(now, free));
  }
}
