package org.vigie.server.report.attachments;

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
import org.vigie.server.report.settings.QuotaSettings;
import org.vigie.server.report.settings.ReportSecret;
import org.vigie.server.report.store.QuotaStore;

/// The bytes of files that each sender may have sealed in a day, by UTC. They are counted in the
/// database before the files are stored, so that all processes count together, and given back if
/// the files were not stored. Networks are kept as digests under a secret, until the end of the
/// next day. Threads: any.
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
  record Count(byte[] sender, DataSize limit) {}

  /// Returns the share of a stranger's network, limited by the share of all strangers together.
  public FileShare of(CallerAddress address) {
    Count all = count("strangers", "", settings.strangers());
    return share(address
        .network()
        .map(network -> List.of(count("network", network, settings.network()), all))
        .orElse(List.of(all)));
  }

  /// Returns the share of an organisation.
  public FileShare of(OrganisationId organisation) {
    return share(
        List.of(count("organisation", organisation.value().toString(), settings.organisation())));
  }

  /// Returns the share of a messenger's key.
  public FileShare of(KeyId key) {
    return share(List.of(count("key", key.value(), settings.key())));
  }

  /// Returns a share without a limit.
  public FileShare unlimited() {
    return share(List.of());
  }

  private FileShare share(List<Count> counts) {
    return new FileShare(this, counts, today());
  }

  private Count count(String kind, String sender, DataSize limit) {
    return new Count(secret.mac("quota " + kind, sender), limit);
  }

  boolean take(LocalDate day, List<Count> counts, long bytes) {
    return bytes == 0
        || counts.isEmpty()
        || Boolean.TRUE.equals(transactions.execute(status -> {
          boolean taken = counts.stream()
              .allMatch(
                  each -> store.take(day, each.sender(), bytes, each.limit().toBytes()));
          if (!taken) {
            status.setRollbackOnly();
          }
          return taken;
        }));
  }

  void giveBack(LocalDate day, List<Count> counts, long bytes) {
    if (bytes > 0) {
      transactions.executeWithoutResult(
          _ -> counts.forEach(each -> store.giveBack(day, each.sender(), bytes)));
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /// Returns how long it is until the next day begins.
  public Duration untilTomorrow() {
    Instant tomorrow = today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return Duration.between(clock.instant(), tomorrow);
  }

  /// Deletes the counts of past days; returns their number.
  int forget() {
    return store.forget(today().minusDays(DAYS_KEPT - 1L));
  }
}
