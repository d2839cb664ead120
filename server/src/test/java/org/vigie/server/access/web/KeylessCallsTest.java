package org.vigie.server.access.web;

import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.vigie.server.access.web.KeyProbe.bearer;
import static org.vigie.server.access.web.KeyProbe.peer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.ServerTest;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.NewKey;
import org.vigie.server.access.Scope;
import org.vigie.server.access.keys.KeyGate;

/// Calls under `/hma` and to `/metrics`, which need no key from this machine, and the ways to send
/// a key there.
@ServerTest
@Import(KeyProbe.class)
final class KeylessCallsTest {
  private static final Caller VIGIE = new Caller.Vigie();
  private static final KeyName NAME = new KeyName("upload service");

  private final MockMvc http;
  private final ApiKeys keys;
  private final KeyGate gate;

  @Autowired
  KeylessCallsTest(MockMvc http, ApiKeys keys, KeyGate gate) {
    this.http = http;
    this.keys = keys;
    this.gate = gate;
  }

  private NewKey add(int rate, Scope... scopes) {
    NewKey made = keys.add(VIGIE, NAME, Set.of(scopes), rate);
    gate.refresh();
    return made;
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, localhost",
    "127.0.0.1, 127.0.0.1",
    "0:0:0:0:0:0:0:1, [::1]",
  })
  void hma_calledFromThisMachine_needsNoKey(String address, String host) throws Exception {
    http.perform(get("/hma/probe").with(peer(address, host)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.caller").value("local"));
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.7, localhost", "127.0.0.1, rebound.example"})
  void hma_calledFromElsewhere_needsAKey(String address, String host) throws Exception {
    http.perform(get("/hma/probe").with(peer(address, host)))
        .andExpect(status().isUnauthorized())
        .andExpect(jsonPath("$.message").isNotEmpty());
  }

  @ParameterizedTest
  @CsvSource({"Sec-Fetch-Mode, cors", "Sec-Fetch-Site, none"})
  void hma_calledByFetchOfAProgram_needsNoKey(String header, String value) throws Exception {
    http.perform(get("/hma/probe").header(header, value)).andExpect(status().isOk());
    http.perform(get("/metrics").header(header, value)).andExpect(status().isOk());
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, same-origin",
    "Origin, null",
    "Origin, http://localhost:3000",
    "Cookie, a=b",
  })
  void hma_calledByAPageInABrowser_needsAKeyAndNoBasicOne(String header, String value)
      throws Exception {
    NewKey key = add(100, Scope.SCAN);
    http.perform(get("/hma/probe").header("Sec-Fetch-Mode", "cors").header(header, value))
        .andExpect(status().isUnauthorized());
    http.perform(get("/hma/probe").header(header, value).with(bearer(key)))
        .andExpect(status().isOk());
    http.perform(get("/hma/probe")
            .header(header, value)
            .header("Authorization", basic("coop:" + key.token().text())))
        .andExpect(status().isUnauthorized())
        .andExpect(header().string("WWW-Authenticate", "Bearer"));
  }

  private static String basic(String credentials) {
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "%s:", ":%s", "coop:%s"})
  void hma_calledWithTheKeyInTheBaseUrl_isFromThatKey(String form) throws Exception {
    NewKey key = add(100, Scope.SCAN);
    String credentials = basic(form.formatted(key.token().text()));
    http.perform(get("/hma/probe")
            .with(peer("192.0.2.7", "vigie.example"))
            .header("Authorization", credentials))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.caller").value("key:" + key.key().id().value()));
    http.perform(get("/api/probe").header("Authorization", credentials))
        .andExpect(status().isUnauthorized());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Basic dXNlcjpwYXNz | HTTP Basic counts only under /hma: send Authorization: Bearer",
        "Digest x           | The header Authorization is not Bearer: send Authorization: Bearer",
        "Bearer vigie_x     | The API key does not count",
      })
  void api_calledInAWayThatCountsElsewhere_saysHowToSendTheKey(String sent, String words)
      throws Exception {
    http.perform(get("/api/probe").header("Authorization", sent))
        .andExpect(status().isUnauthorized())
        .andExpect(jsonPath("$.detail").value(startsWith(words)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic", "Basic ", "Basic ====", "Basic Og==", "Basic é", "Digest x"})
  void hma_calledWithNonsense_isUnauthenticatedEvenFromHere(String header) throws Exception {
    http.perform(get("/hma/probe").header("Authorization", header))
        .andExpect(status().isUnauthorized())
        .andExpect(jsonPath("$.message").isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Forwarded", "X-Forwarded-For", "x-forwarded-host", "X-Real-IP", "Via", "Origin"})
  void hma_calledThroughAProxyOrABrowser_needsAKey(String telltale) throws Exception {
    http.perform(get("/hma/probe").header(telltale, "127.0.0.1"))
        .andExpect(status().isUnauthorized());
  }

  @Test
  void api_calledFromThisMachine_needsAKey() throws Exception {
    http.perform(get("/api/probe").with(peer("127.0.0.1", "localhost")))
        .andExpect(status().isUnauthorized());
  }

  @Test
  void metrics_withoutTheScope_areRefused() throws Exception {
    http.perform(get("/metrics").header("Via", "proxy")).andExpect(status().isUnauthorized());
    http.perform(get("/metrics").with(bearer(add(100, Scope.SCAN))))
        .andExpect(status().isForbidden());
  }

  @Test
  void metrics_withTheScopeOrFromThisMachine_areGiven() throws Exception {
    http.perform(get("/metrics").header("Via", "proxy").with(bearer(add(100, Scope.METRICS))))
        .andExpect(status().isOk());
    http.perform(get("/metrics").with(peer("127.0.0.1", "localhost")))
        .andExpect(status().isOk());
  }
}
