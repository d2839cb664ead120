package org.vigie.server.access.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.ApiKey;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.access.KeyEnds;
import org.vigie.server.access.KeyHistory;
import org.vigie.server.access.KeyLimits;
import org.vigie.server.access.NewKey;
import org.vigie.server.access.Scope;
import org.vigie.server.access.keys.KeyGate.Entry;
import org.vigie.server.access.store.KeyStore;

/// Ends and networks of keys, and keys for tests.
final class KeyLimitsTest extends ClockedKeys {
  private final MockMvc http;
  private final ApiKeys real;
  private final KeyGate realGate;
  private final DataSource source;

  @Autowired
  KeyLimitsTest(
      MockMvc http,
      ApiKeys real,
      KeyGate realGate,
      JdbcClient jdbc,
      DataSource source,
      AccessLedger ledger,
      TransactionOperations transactions) {
    super(jdbc, ledger, transactions);
    this.http = http;
    this.real = real;
    this.realGate = realGate;
    this.source = source;
  }

  // -- the end of a key

  @Test
  void key_atTheMomentOfItsEnd_doesNotCount() {
    Instant end = START.plus(Duration.ofDays(30));
    NewKey key = add(until(end));
    at(end.minusNanos(1));
    assertThat(enter(key)).isInstanceOf(Entry.Granted.class);
    at(end);
    assertThat(enter(key)).isEqualTo(new Entry.Expired());
  }

  /// A gate whose database has gone still knows when keys end.
  @Test
  void key_whoseEndComesWhileTheDatabaseIsAway_doesNotCount() {
    boolean[] away = {false};
    KeyGate cut = new KeyGate(new KeyStore(JdbcClient.create(cuttable(away))), () -> now, () -> 0);
    NewKey key = add(until(START.plusSeconds(10)));
    cut.refresh();
    away[0] = true;
    now = START.plusSeconds(9);
    assertThat(cut.enter(key.token().text(), SOMEWHERE)).isInstanceOf(Entry.Granted.class);
    now = START.plusSeconds(10);
    assertThat(cut.enter(key.token().text(), SOMEWHERE)).isEqualTo(new Entry.Expired());
  }

  private DataSource cuttable(boolean[] away) {
    return new AbstractDataSource() {
      @Override
      public java.sql.Connection getConnection() throws java.sql.SQLException {
        if (away[0]) {
          throw new DataAccessResourceFailureException("the database is away");
        }
        return source.getConnection();
      }

      @Override
      public java.sql.Connection getConnection(String user, String password)
          throws java.sql.SQLException {
        return getConnection();
      }
    };
  }

  @Test
  void key_expired_isAnsweredLikeAnUnknownOneIfTheSecretIsWrong() {
    NewKey key = add(until(START.plusSeconds(1)));
    at(START.plusSeconds(2));
    String text = key.token().text();
    String wrong = text.substring(0, text.length() - 1) + (text.endsWith("a") ? "b" : "a");
    assertThat(gate.enter(wrong, SOMEWHERE)).isEqualTo(new Entry.Refused());
  }

  @Test
  void key_expiredAndRevoked_isRefusedLikeAnyRevokedOne() {
    NewKey key = add(until(START.plusSeconds(1)));
    keys.revoke(VIGIE, key.key().id());
    at(START.plusSeconds(2));
    assertThat(enter(key)).isEqualTo(new Entry.Refused());
  }

  @Test
  void state_ofAKey_warnsFourteenDaysAhead() {
    Instant end = START.plus(Duration.ofDays(60));
    ApiKey key = add(until(end)).key();
    Instant warned = end.minus(Duration.ofDays(14));
    assertThat(key.state(warned.minusSeconds(1))).isEqualTo(ApiKey.State.IN_FORCE);
    assertThat(key.state(warned)).isEqualTo(ApiKey.State.EXPIRES_SOON);
    assertThat(key.state(end.minusSeconds(1))).isEqualTo(ApiKey.State.EXPIRES_SOON);
    assertThat(key.state(end)).isEqualTo(ApiKey.State.EXPIRED);
  }

  @ParameterizedTest
  @CsvSource({
    "2030-01-01, 2030-01-02T00:00:00Z",
    "2030-02-28, 2030-03-01T00:00:00Z",
    "2029-12-31,",
    "2030-02-30,",
    "2030-1-2,",
    "tomorrow,",
    "2030-01-05T00:00:00Z,",
    "+999999999-12-31,",
  })
  void end_givenAsADay_isTheMomentAfterIt(String day, Instant end) {
    assertThat(KeyEnds.after(day, START)).isEqualTo(Optional.ofNullable(end));
  }

  @Test
  void call_withAnExpiredKey_isAnsweredSo() throws Exception {
    NewKey key =
        real.add(VIGIE, NAME, Set.of(Scope.SCAN), 100, until(Instant.now().minusSeconds(1)));
    realGate.refresh();
    http.perform(policy(key))
        .andExpect(status().isUnauthorized())
        .andExpect(header().string("WWW-Authenticate", "Bearer"))
        .andExpect(jsonPath("$.type").value("/problems/key-expired"));
  }

  private static MockHttpServletRequestBuilder policy(NewKey key) {
    return get("/api/v1/policy").header("Authorization", "Bearer " + key.token().text());
  }

  // -- networks

  @Test
  void key_boundToNetworks_countsFromThemOnly() {
    NewKey key = add(only("192.0.2.0/24", "2001:db8::/32"));
    String text = key.token().text();
    for (String inside : List.of("192.0.2.1", "::ffff:192.0.2.1", "2001:db8:5::1")) {
      assertThat(gate.enter(text, from(inside))).as(inside).isInstanceOf(Entry.Granted.class);
    }
    for (String outside : List.of("198.51.100.1", "2001:db9::1", "unknown", "192.0.2.1:80", "")) {
      assertThat(gate.enter(text, from(outside))).as(outside).isEqualTo(new Entry.WrongNetwork());
    }
  }

  @Test
  void key_boundToNetworks_doesNotCountFromAnUnknownAddress() {
    NewKey key = add(only("0.0.0.0/0", "::/0"));
    assertThat(gate.enter(key.token().text(), new CallerAddress(Optional.empty())))
        .isEqualTo(new Entry.WrongNetwork());
  }

  @Test
  void call_fromAnotherNetwork_isAnsweredSo() throws Exception {
    NewKey key = real.add(VIGIE, NAME, Set.of(Scope.SCAN), 100, only("192.0.2.0/24"));
    realGate.refresh();
    http.perform(policy(key).with(request -> {
          request.setRemoteAddr("192.0.2.77");
          return request;
        }))
        .andExpect(status().isOk());
    http.perform(policy(key).with(request -> {
          request.setRemoteAddr("198.51.100.1");
          return request;
        }))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.type").value("/problems/key-not-from-this-network"));
  }

  /// Behind a proxy, a loopback address can be any caller.
  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"})
  void call_throughAProxyOnThisMachine_isNotFromThisMachine(String added) throws Exception {
    NewKey key = real.add(VIGIE, NAME, Set.of(Scope.SCAN), 100, only("127.0.0.0/8"));
    realGate.refresh();
    http.perform(policy(key)).andExpect(status().isOk());
    http.perform(policy(key).header(added, "127.0.0.1")).andExpect(status().isForbidden());
  }

  @Test
  void use_ofAKey_isShownWithItsNetworkOnly() {
    NewKey key = add(KeyLimits.NONE);
    gate.enter(key.token().text(), from("192.0.2.77"));
    gate.writeUses();
    assertThat(listed(key).history().lastUse())
        .hasValue(new KeyHistory.Use(START, Optional.of("192.0.2.0/24")));
    now = START.plusSeconds(1);
    gate.enter(key.token().text(), new CallerAddress(Optional.empty()));
    gate.writeUses();
    assertThat(listed(key).history().lastUse())
        .hasValue(new KeyHistory.Use(START.plusSeconds(1), Optional.empty()));
    assertThat(jdbc.sql("select u::text from access.api_key_use u where key_id = :id")
            .param("id", key.key().id().value())
            .query(String.class)
            .single())
        .doesNotContain("192.0.2.77");
  }

  // -- test keys

  @Test
  void key_forTests_isNoCallerThatHandlersOfRealThingsTake() {
    NewKey key = add(new KeyLimits(Optional.empty(), List.of(), true));
    assertThat(enter(key))
        .isInstanceOfSatisfying(
            Entry.Granted.class,
            granted -> assertThat(granted.caller())
                .isEqualTo(new Caller.TestKey(key.key().id())));
  }
}
