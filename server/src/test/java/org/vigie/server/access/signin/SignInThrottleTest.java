package org.vigie.server.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.server.ServerTest;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Sha256;
import org.vigie.server.access.store.SignInThrottleStore;

/// The limits of an address before anybody has signed in.
@ServerTest
final class SignInThrottleTest {
  private final MockMvc http;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  @Autowired
  SignInThrottleTest(MockMvc http, JdbcClient jdbc, TransactionTemplate transactions) {
    this.http = http;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  private MockHttpServletResponse askForPasskey(String address) throws Exception {
    return http.perform(post("/sign-in/passkey/options").with(csrf()).with(request -> {
          request.setRemoteAddr(address);
          return request;
        }))
        .andReturn()
        .getResponse();
  }

  private int sessions() {
    return jdbc.sql("select count(*) from access.spring_session")
        .query(Integer.class)
        .single();
  }

  @Test
  void passkeys_askedForTooOften_makeNoMoreSessions() throws Exception {
    for (int asked = 0; asked < 100; asked++) {
      assertThat(askForPasskey("192.0.2.50").getStatus()).isEqualTo(200);
    }
    int before = sessions();
    MockHttpServletResponse refused = askForPasskey("192.0.2.50");
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getHeader("Retry-After")).matches("1[0-5]");
    assertThat(sessions()).isEqualTo(before);
    assertThat(askForPasskey("192.0.2.51").getStatus()).isEqualTo(200);
  }

  private SignInThrottle throttle(AtomicReference<Instant> now) {
    SignInMarks marks = new SignInMarks(() -> new SecretKeySpec(new byte[32], "HmacSHA256"));
    return new SignInThrottle(new SignInThrottleStore(jdbc), marks, now::get);
  }

  private static CallerAddress from(String address) {
    return new CallerAddress(Optional.of(address));
  }

  private static EmailAddress account(String name) {
    return new EmailAddress(name + "@example.org");
  }

  private static boolean mayTry(SignInThrottle throttle, String account, String address) {
    return throttle.take(account(account), from(address)) instanceof SignInThrottle.Leave.Given;
  }

  private static void signIn(SignInThrottle throttle, String account, String address) {
    throttle.succeeded((SignInThrottle.Leave.Given) throttle.take(account(account), from(address)));
  }

  @Test
  void network_ofSomebodyWhoSignedIn_getsBackTheirOwnAttemptOnly() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-01T00:00:00Z"));
    SignInThrottle throttle = throttle(now);
    String address = "192.0.2.60";
    for (int failed = 1; failed <= 48; failed++) {
      assertThat(mayTry(throttle, "n" + failed, address)).isTrue();
    }
    SignInThrottle.Leave own = throttle.take(account("own"), from(address));
    now.set(Objects.requireNonNull(now.get()).plusSeconds(1));
    SignInThrottle.Leave later = throttle.take(account("later"), from(address));
    throttle.succeeded((SignInThrottle.Leave.Given) own);
    assertThat(mayTry(throttle, "next", address))
        .as("the wait that the later attempt began stays")
        .isFalse();
    throttle.succeeded((SignInThrottle.Leave.Given) later);
    assertThat(mayTry(throttle, "last", address))
        .as("the attempt that began the wait did not fail")
        .isTrue();
  }

  @Test
  void account_attackedFromANetworkThatIsRefused_isNotCounted() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-02-01T00:00:00Z"));
    SignInThrottle throttle = throttle(now);
    for (int failed = 0; failed < 50; failed++) {
      assertThat(mayTry(throttle, "m" + failed, "192.0.2.61")).isTrue();
    }
    for (int refused = 0; refused < 100; refused++) {
      assertThat(mayTry(throttle, "victim", "192.0.2.61")).isFalse();
    }
    for (int free = 0; free < 5; free++) {
      assertThat(mayTry(throttle, "victim", "192.0.2.62"))
          .as("attempt %d", free)
          .isTrue();
    }
    assertThat(mayTry(throttle, "victim", "192.0.2.62")).isFalse();
  }

  @Test
  void account_attackedFromManyNetworks_isOpenWhereItsPersonSignsIn() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-03-01T00:00:00Z"));
    SignInThrottle throttle = throttle(now);
    signIn(throttle, "known", "192.0.2.70");
    for (int attacker = 0; attacker < 200; attacker++) {
      throttle.take(account("known"), from("198.51.100." + attacker));
    }
    assertThat(mayTry(throttle, "known", "198.51.100.250")).isFalse();
    assertThat(mayTry(throttle, "known", "192.0.2.70")).isTrue();
    now.set(Objects.requireNonNull(now.get()).plus(Duration.ofDays(91)));
    for (int attacker = 0; attacker < 200; attacker++) {
      throttle.take(account("known"), from("198.51.100." + attacker));
    }
    assertThat(mayTry(throttle, "known", "192.0.2.70")).as("after 91 days").isFalse();
  }

  @Test
  void account_attackedFromManyNetworks_waitsAMinuteAtMostAnywhere() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-04-01T00:00:00Z"));
    SignInThrottle throttle = throttle(now);
    for (int minute = 0; minute < 100; minute++) {
      String network = "203.0." + minute + ".";
      // In one transaction: the disk need not confirm each attempt.
      transactions.executeWithoutResult(_ -> {
        for (int attacker = 0; attacker < 30; attacker++) {
          throttle.take(account("slowed"), from(network + attacker));
        }
      });
      assertThat(throttle.take(account("slowed"), from("192.0.2.71")))
          .isInstanceOfSatisfying(
              SignInThrottle.Leave.Refused.class,
              refused -> assertThat(refused.delay()).isLessThanOrEqualTo(Duration.ofMinutes(1)));
      now.set(Objects.requireNonNull(now.get()).plusSeconds(60));
    }
    assertThat(mayTry(throttle, "slowed", "192.0.2.71")).isTrue();
  }

  @Test
  void account_throughAProxyThatDoesNotSayWhomItServes_isSlowedButNotLocked() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-05-01T00:00:00Z"));
    SignInThrottle throttle = throttle(now);
    CallerAddress unknown = new CallerAddress(Optional.empty());
    for (int failed = 0; failed < 100; failed++) {
      throttle.take(account("unsaid"), unknown);
    }
    now.set(Objects.requireNonNull(now.get()).plusSeconds(60));
    assertThat(throttle.take(account("unsaid"), unknown))
        .isInstanceOf(SignInThrottle.Leave.Given.class);
  }

  @Test
  void marks_ofNetworksAndAccounts_areOthersEachDayAndUnderEachSecret() {
    SignInMarks marks = new SignInMarks(() -> new SecretKeySpec(new byte[32], "HmacSHA256"));
    byte[] other = new byte[32];
    other[0] = 1;
    Instant day = Instant.parse("2030-06-01T23:59:59Z");
    assertThat(marks.daily(day, "network", "192.0.2.1"))
        .isEqualTo(marks.daily(day.minusSeconds(60), "network", "192.0.2.1"))
        .isNotEqualTo(marks.daily(day.plusSeconds(1), "network", "192.0.2.1"))
        .isNotEqualTo(marks.daily(day, "account", "192.0.2.1"))
        .isNotEqualTo(new SignInMarks(() -> new SecretKeySpec(other, "HmacSHA256"))
            .daily(day, "network", "192.0.2.1"))
        .isNotEqualTo(Sha256.of("address:192.0.2.1"));
  }

  @Test
  void key_ofMarks_isReadOnce() {
    AtomicInteger read = new AtomicInteger();
    SignInMarks marks = new SignInMarks(() -> {
      read.incrementAndGet();
      return new SecretKeySpec(new byte[32], "HmacSHA256");
    });
    assertThat(read).hasValue(0);
    assertThat(marks.lasting("session", "one")).isNotEqualTo(marks.lasting("session", "two"));
    assertThat(read).hasValue(1);
  }

  @Test
  void attempts_beforeMidnight_countAfterIt() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-07-01T23:59:55Z"));
    SignInThrottle throttle = throttle(now);
    for (int failed = 0; failed < 5; failed++) {
      assertThat(mayTry(throttle, "midnight", "192.0.2.90")).isTrue();
    }
    assertThat(mayTry(throttle, "midnight", "192.0.2.90")).isFalse();
    now.set(Instant.parse("2030-07-02T00:00:01Z"));
    assertThat(mayTry(throttle, "midnight", "192.0.2.90"))
        .as("the wait goes on")
        .isFalse();
    now.set(Instant.parse("2030-07-02T00:00:11Z"));
    assertThat(mayTry(throttle, "midnight", "192.0.2.90")).isTrue();
    now.set(Instant.parse("2030-07-02T00:00:28Z"));
    assertThat(mayTry(throttle, "midnight", "192.0.2.90"))
        .as("the count goes on: the next wait is 30 s")
        .isFalse();
  }

  @Test
  void counts_aDayAfterTheLastFailure_areRemoved() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2031-01-01T00:00:00Z"));
    SignInThrottle throttle = throttle(now);
    signIn(throttle, "cleaned", "192.0.2.80");
    throttle.take(account("cleaned"), from("192.0.2.81"));
    now.set(Objects.requireNonNull(now.get()).plus(Duration.ofDays(1)).plusSeconds(1));
    throttle.clean();
    assertThat(rows("sign_in_failure")).isZero();
    assertThat(rows("known_network")).isNotZero();
    now.set(Objects.requireNonNull(now.get()).plus(Duration.ofDays(90)));
    throttle.clean();
    assertThat(rows("known_network")).isZero();
  }

  private int rows(String table) {
    return jdbc.sql("select count(*) from access." + table).query(Integer.class).single();
  }
}
