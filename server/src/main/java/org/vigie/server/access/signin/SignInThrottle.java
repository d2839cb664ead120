package org.vigie.server.access.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.store.SignInThrottleStore;
import org.vigie.server.access.store.SignInThrottleStore.Limit;

/// Slows down guessing of passwords and codes, and requests for passkeys, across restarts.
///
/// Failures count by network, by account and network, and by account. An attacker who knows a
/// person's address cannot lock that person out: the count of an account never causes a wait of
/// more than a minute, and does not apply to networks where the person has signed in within 90
/// days. Networks are those of [CallerAddress#network()], and none is stored ([SignInMarks]).
public final class SignInThrottle {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration KNOWN_FOR = Duration.ofDays(90);

  /// Many people may share a network.
  private static final Limit NETWORK = Limit.of(50, DAY);

  private static final Limit ACCOUNT_FROM_NETWORK = Limit.of(5, DAY);
  private static final Limit ACCOUNT_WHERE_KNOWN = Limit.of(5, DAY).upTo(Duration.ofMinutes(1));
  private static final Limit ACCOUNT = Limit.of(20, DAY).upTo(Duration.ofMinutes(1));

  /// People who change their mind have asked too, so the count is forgotten soon.
  private static final Limit PASSKEYS = Limit.of(100, Duration.ofMinutes(10));

  private final SignInThrottleStore store;
  private final SignInMarks marks;
  private final InstantSource clock;

  SignInThrottle(SignInThrottleStore store, SignInMarks marks, InstantSource clock) {
    this.store = store;
    this.marks = marks;
    this.clock = clock;
  }

  /// The permission for one attempt.
  sealed interface Leave {
    /// The attempt may be made, and was counted.
    record Given(EmailAddress account, Optional<String> network, Instant at, List<Count> counts)
        implements Leave {
      public Given {
        counts = List.copyOf(counts);
      }
    }

    record Refused(Duration delay) implements Leave {}
  }

  /// One of the counts of an attempt.
  @SuppressWarnings("ArrayRecordComponent") // a mark, never compared
  record Count(byte[] subject, Limit limit) {}

  /// Counts an attempt by network, then by account and network, then by account. An attempt that
  /// one of them refuses adds nothing to the next.
  Leave take(EmailAddress account, CallerAddress address) {
    Instant now = clock.instant();
    Optional<String> network = address.network();
    List<Count> taken = new ArrayList<>();
    for (Count count : counts(account, network, now)) {
      Optional<Instant> free = store.take(count.subject(), count.limit(), now);
      if (free.isPresent()) {
        taken.forEach(each -> store.giveBack(each.subject(), now));
        return new Leave.Refused(untilAfter(now, free.get()));
      }
      taken.add(count);
    }
    return new Leave.Given(account, network, now, taken);
  }

  private List<Count> counts(EmailAddress account, Optional<String> network, Instant now) {
    Count ofAccount = new Count(account(account, now), ACCOUNT);
    if (network.isEmpty()) {
      return List.of(ofAccount);
    }
    byte[] both = accountFromNetwork(account, network.get(), now);
    return store.isKnown(known(account, network.get()), now.minus(KNOWN_FOR))
        ? List.of(new Count(both, ACCOUNT_WHERE_KNOWN))
        : List.of(
            new Count(network(network.get(), now), NETWORK),
            new Count(both, ACCOUNT_FROM_NETWORK),
            ofAccount);
  }

  /// Forgets the failures of an account from the network where it just signed in, but not those of
  /// other accounts there, or of this account elsewhere.
  void succeeded(Leave.Given given) {
    notTried(given);
    given.network().ifPresent(network -> {
      store.forget(accountFromNetwork(given.account(), network, given.at()));
      store.know(known(given.account(), network), clock.instant());
    });
  }

  /// Uncounts an attempt that did not fail.
  void notTried(Leave.Given given) {
    given.counts().forEach(count -> store.giveBack(count.subject(), given.at()));
  }

  /// Counts a request for a passkey. Returns how long to wait if there were too many from this
  /// network.
  public Optional<Duration> takePasskey(CallerAddress address) {
    Instant now = clock.instant();
    return address
        .network()
        .flatMap(network -> store.take(passkeys(network, now), PASSKEYS, now))
        .map(free -> untilAfter(now, free));
  }

  /// Returns the wait in whole seconds, rounded up.
  private static Duration untilAfter(Instant now, Instant free) {
    return Duration.ofSeconds(Duration.between(now, free).plusNanos(999_999_999).toSeconds());
  }

  /// Uncounts one request, as a passkey proved its person.
  public void passkeySucceeded(CallerAddress address) {
    Instant now = clock.instant();
    address.network().ifPresent(network -> store.giveBack(passkeys(network, now), now));
  }

  /// Removes expired counts, and networks not seen for 90 days.
  public void clean() {
    Instant now = clock.instant();
    store.clean(now.minus(DAY), now.minus(KNOWN_FOR));
  }

  private byte[] account(EmailAddress account, Instant now) {
    return carried(now, "account", account.value());
  }

  private byte[] network(String network, Instant now) {
    return carried(now, "network", network);
  }

  private byte[] accountFromNetwork(EmailAddress account, String network, Instant now) {
    return carried(now, "account-from-network", network + " " + account.value());
  }

  private byte[] passkeys(String network, Instant now) {
    return carried(now, "passkeys", network);
  }

  /// Returns the mark of today, and moves the count of the day before to it.
  private byte[] carried(Instant now, String kind, String value) {
    byte[] today = marks.daily(now, kind, value);
    store.carry(marks.daily(now.minus(DAY), kind, value), today);
    return today;
  }

  private byte[] known(EmailAddress account, String network) {
    return marks.lasting("known", network + " " + account.value());
  }
}
