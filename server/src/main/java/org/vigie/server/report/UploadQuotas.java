package org.vigie.server.report;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.unit.DataSize;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.report.store.QuotaStore;

/// How much of files each sender may have sealed in a day, by UTC. It is counted before anything
/// is stored, in the database, so that every process counts together. Networks are kept as
/// digests under a secret, until the next day is over. Threads: any.
public final class UploadQuotas {
  private static final int DAYS_KEPT = 2;

  private final QuotaStore store;
  private final ReportSecret secret;
  private final QuotaSettings settings;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  UploadQuotas(
      QuotaStore store,
      ReportSecret secret,
      QuotaSettings settings,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.secret = secret;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// One count of a day and its limit.
  @SuppressWarnings("ArrayRecordComponent") // the digest is a key of the database, never compared
  private record Count(byte[] sender, DataSize limit) {}

  /// Counts files of a stranger; returns false, and counts nothing, if they are more than the
  /// stranger's network, or all together, may send in a day.
  public boolean take(CallerAddress address, long bytes) {
    Count all = count("strangers", "", settings.strangers());
    return take(
        address
            .network()
            .map(network -> List.of(count("network", network, settings.network()), all))
            .orElse(List.of(all)),
        bytes);
  }

  /// Counts files of an organisation; returns false if they are more than it may send in a day.
  public boolean take(OrganisationId organisation, long bytes) {
    return take(
        List.of(count("organisation", organisation.value().toString(), settings.organisation())),
        bytes);
  }

  /// Counts what a messenger's key wants sealed; returns false if it is more than it may send in
  /// a day.
  public boolean take(KeyId key, long bytes) {
    return take(List.of(count("key", key.value(), settings.key())), bytes);
  }

  private Count count(String kind, String sender, DataSize limit) {
    return new Count(secret.mac("quota " + kind, sender), limit);
  }

  private boolean take(List<Count> counts, long bytes) {
    return bytes == 0
        || Boolean.TRUE.equals(transactions.execute(status -> {
          boolean taken = counts.stream()
              .allMatch(
                  each -> store.take(today(), each.sender(), bytes, each.limit().toBytes()));
          if (!taken) {
            status.setRollbackOnly();
          }
          return taken;
        }));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /// Returns how long it is until the next day begins.
  public Duration untilTomorrow() {
    Instant tomorrow = today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return Duration.between(clock.instant(), tomorrow);
  }

  /// Forgets the counts of days that are over; returns how many there were.
  int forget() {
    return store.forget(today().minusDays(DAYS_KEPT - 1L));
  }
}
