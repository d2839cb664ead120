package org.vigie.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.vigie.server.access.web.KeyProbe.bearer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.ServerTest;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.KeyRevocation;
import org.vigie.server.access.KeyRotation;
import org.vigie.server.access.NewKey;
import org.vigie.server.access.Scope;
import org.vigie.server.access.keys.KeyGate;
import org.vigie.server.access.store.KeyStore;

/// Programs and their keys, from the request to the database.
@ServerTest
@Import(KeyProbe.class)
final class KeyCallsTest {
  private static final Caller VIGIE = new Caller.Vigie();
  private static final CallerAddress HERE = new CallerAddress(Optional.of("192.0.2.7"));
  private static final KeyName NAME = new KeyName("upload service");

  private final MockMvc http;
  private final ApiKeys keys;
  private final KeyGate gate;
  private final JdbcClient jdbc;
  private final DataSource source;

  @Autowired
  KeyCallsTest(MockMvc http, ApiKeys keys, KeyGate gate, JdbcClient jdbc, DataSource source) {
    this.http = http;
    this.keys = keys;
    this.gate = gate;
    this.jdbc = jdbc;
    this.source = source;
  }

  private NewKey add(int rate, Scope... scopes) {
    NewKey made = keys.add(VIGIE, NAME, Set.of(scopes), rate);
    gate.refresh();
    return made;
  }

  @Test
  void call_withKeyOfTheScope_isFromThatKey() throws Exception {
    NewKey key = add(100, Scope.SCAN);
    http.perform(get("/api/probe").with(bearer(key)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.caller").value("key:" + key.key().id().value()))
        .andExpect(header().doesNotExist("Set-Cookie"));
  }

  @Test
  void key_forHma_reachesNothingElse() throws Exception {
    NewKey key = add(100, Scope.HMA);
    http.perform(get("/hma/probe").with(bearer(key))).andExpect(status().isOk());
    http.perform(get("/api/probe").with(bearer(key))).andExpect(status().isForbidden());
    NewKey both = add(100, Scope.HMA, Scope.SCAN);
    http.perform(get("/api/probe").with(bearer(both))).andExpect(status().isOk());
  }

  @Test
  void call_withoutKey_isUnauthenticated() throws Exception {
    http.perform(get("/api/probe"))
        .andExpect(status().isUnauthorized())
        .andExpect(content().contentType("application/problem+json"))
        .andExpect(header().string("WWW-Authenticate", "Bearer"))
        .andExpect(jsonPath("$.type").value("/problems/unauthenticated"))
        .andExpect(jsonPath("$.request").isNotEmpty())
        .andExpect(jsonPath("$.status").value(401));
  }

  @Test
  void call_withKeyOfAnotherScope_isForbidden() throws Exception {
    http.perform(get("/api/probe").with(bearer(add(100, Scope.BANKS_READ))))
        .andExpect(status().isForbidden())
        .andExpect(content().contentType("application/problem+json"))
        .andExpect(jsonPath("$.type").value("/problems/forbidden"))
        .andExpect(jsonPath("$.request").isNotEmpty());
  }

  @Test
  void call_ofAHandlerThatSaysNothing_isForbidden() throws Exception {
    http.perform(get("/api/unmarked-probe").with(bearer(add(100, Scope.values()))))
        .andExpect(status().isForbidden());
  }

  @Test
  void call_withWrongSecret_isUnauthenticated() throws Exception {
    String right = add(100, Scope.SCAN).token().text();
    String wrong = right.substring(0, right.length() - 2) + (right.endsWith("aa") ? "ba" : "aa");
    http.perform(get("/api/probe").with(bearer(wrong))).andExpect(status().isUnauthorized());
    http.perform(get("/api/probe").with(bearer(right))).andExpect(status().isOk());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "Basic dXNlcjpwYXNz", "Bearer vigie_abcdefghijkl_short"})
  void call_withAnotherHeader_isUnauthenticated(String header) throws Exception {
    http.perform(get("/hma/probe").header("Authorization", header))
        .andExpect(status().isUnauthorized())
        .andExpect(jsonPath("$.message").isNotEmpty());
  }

  @Test
  void call_withTwoHeaders_isUnauthenticated() throws Exception {
    NewKey key = add(100, Scope.SCAN);
    http.perform(get("/api/probe").with(bearer(key)).with(bearer(key)))
        .andExpect(status().isUnauthorized());
  }

  @Test
  void call_withKeyInTheAddress_isRefused() throws Exception {
    NewKey key = add(100, Scope.SCAN);
    http.perform(get("/api/probe?key=" + key.token().text()).with(bearer(key)))
        .andExpect(status().isBadRequest());
  }

  @Test
  void call_withRevokedKey_isUnauthenticated() throws Exception {
    NewKey key = add(100, Scope.SCAN);
    assertThat(keys.revoke(VIGIE, key.key().id())).isEqualTo(KeyRevocation.REVOKED);
    gate.refresh();
    http.perform(get("/api/probe").with(bearer(key))).andExpect(status().isUnauthorized());
    assertThat(keys.revoke(VIGIE, key.key().id())).isEqualTo(KeyRevocation.REVOKED_BEFORE);
    assertThat(keys.revoke(VIGIE, new KeyId("nosuchkeyabc"))).isEqualTo(KeyRevocation.UNKNOWN_KEY);
  }

  @Test
  void revocation_byTheCommandLine_reachesTheServer() {
    NewKey key = add(100, Scope.SCAN);
    KeyGate other = new KeyGate(new KeyStore(jdbc), InstantSource.system(), System::nanoTime);
    other.refresh();
    assertThat(other.enter(key.token().text(), HERE)).isInstanceOf(KeyGate.Entry.Granted.class);
    ApiKeys.over(source).revoke(VIGIE, key.key().id());
    other.refresh();
    assertThat(other.enter(key.token().text(), HERE)).isEqualTo(new KeyGate.Entry.Refused());
  }

  /// The command line is another process, which does not notify the server.
  @Test
  void keyOrSecret_madeByTheCommandLine_countsFromTheNextRequest() {
    KeyGate server = new KeyGate(new KeyStore(jdbc), InstantSource.system(), System::nanoTime);
    server.refresh();
    ApiKeys command = ApiKeys.over(source);
    NewKey key = command.add(VIGIE, NAME, Set.of(Scope.SCAN), 100);
    assertThat(server.enter(key.token().text(), HERE)).isInstanceOf(KeyGate.Entry.Granted.class);
    KeyRotation rotation =
        command.rotate(VIGIE, key.key().id(), Duration.ofDays(1), Optional.empty());
    NewKey rotated = ((KeyRotation.Rotated) rotation).key();
    assertThat(server.enter(rotated.token().text(), HERE))
        .isInstanceOf(KeyGate.Entry.Granted.class);
  }

  @Test
  void call_beyondTheRate_isRefusedWithRetryAfter() throws Exception {
    NewKey key = add(1, Scope.SCAN);
    http.perform(get("/api/probe").with(bearer(key))).andExpect(status().isOk());
    http.perform(get("/api/probe").with(bearer(key)))
        .andExpect(status().isTooManyRequests())
        .andExpect(header().string("Retry-After", "1"))
        .andExpect(jsonPath("$.type").value("/problems/too-many-requests"))
        .andExpect(jsonPath("$.request").isNotEmpty());
  }

  @Test
  void gate_notConfirmedForLong_doesNotSay() {
    NewKey key = add(100, Scope.SCAN);
    Instant[] now = {Instant.parse("2030-01-01T00:00:00Z")};
    KeyGate stale = new KeyGate(new KeyStore(jdbc), () -> now[0], System::nanoTime);
    assertThat(stale.enter(key.token().text(), HERE)).isEqualTo(new KeyGate.Entry.Unknown());
    stale.refresh();
    assertThat(stale.enter(key.token().text(), HERE)).isInstanceOf(KeyGate.Entry.Granted.class);
    now[0] = now[0].plusSeconds(31);
    assertThat(stale.enter(key.token().text(), HERE)).isEqualTo(new KeyGate.Entry.Unknown());
  }

  @Test
  void key_used_showsItsLastUse() throws Exception {
    NewKey key = add(100, Scope.SCAN, Scope.BANKS_WRITE);
    assertThat(keys.all()).contains(key.key());
    Instant before = Instant.now();
    http.perform(get("/api/probe").with(bearer(key))).andExpect(status().isOk());
    gate.writeUses();
    Optional<Instant> use = keys.all().stream()
        .filter(listed -> listed.id().equals(key.key().id()))
        .findAny()
        .orElseThrow()
        .lastUsedAt();
    assertThat(use).hasValueSatisfying(at -> assertThat(at).isAfterOrEqualTo(before));
  }

  @Test
  void database_ofAKey_holdsNoSecret() {
    NewKey key = add(100, Scope.SCAN);
    String row = jdbc.sql("select k::text from access.api_key k where key_id = :id")
        .param("id", key.key().id().value())
        .query(String.class)
        .single();
    assertThat(row).contains(key.key().id().value());
    assertThat(row).doesNotContain(key.token().text().substring("vigie_".length() + 13));
  }

  @Test
  void keyChanges_areInTheLedger() {
    NewKey key = add(100, Scope.SCAN);
    keys.revoke(VIGIE, key.key().id());
    assertThat(jdbc.sql("select act from access.ledger where subject = :key order by entry_id")
            .param("key", "key:" + key.key().id().value())
            .query(String.class)
            .list())
        .containsExactly("key added", "key revoked");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update access.ledger set act = 'nothing'",
        "update access.ledger set detail = 'nothing'",
        "delete from access.ledger",
        "truncate access.ledger"
      })
  void ledger_changedBySql_isRefusedByPostgresql(String change) {
    add(100, Scope.SCAN);
    assertThatThrownBy(() -> jdbc.sql(change).update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("append-only");
  }
}
