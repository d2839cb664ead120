package org.vigie.server.hma.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigie.server.ServerTest;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.Scope;
import org.vigie.server.access.keys.KeyGate;

/// Paths as they come from the network: several slashes are one under `/hma`, and open nothing
/// else.
@ServerTest
final class HmaPathTest {
  private final int port;
  private final String scanKey;

  @Autowired
  HmaPathTest(@LocalServerPort int port, ApiKeys keys, KeyGate gate) {
    this.port = port;
    this.scanKey = keys.add(
            new Caller.Vigie(), new KeyName("paths"), Set.of(Scope.SCAN), ApiKeys.USUAL_RATE)
        .token()
        .text();
    gate.refresh();
  }

  /// Returns status line, headers and body.
  private String answer(String target, String... headers) throws IOException {
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      socket
          .getOutputStream()
          .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + more
                  + "\r\n")
              .getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/hma/c/banks",
        "/hma//c/banks",
        "//hma/c/banks",
        "//hma///c////banks",
        "/hma//c/banks?url=http://a//b/../c;d",
      })
  void slashes_inARow_areOne(String target) throws Exception {
    assertThat(answer(target)).startsWith("HTTP/1.1 200").endsWith("[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/hma//c/banks", "//hma/c/banks", "/hma//m/lookup?signal_type=pdq&signal=00"})
  void slashes_inARow_openNothingWithoutAKey(String target) throws Exception {
    assertThat(answer(target, "X-Forwarded-For: 192.0.2.7"))
        .startsWith("HTTP/1.1 401")
        .contains("{\"message\":");
  }

  @Test
  void slashes_inARow_openNothingBeyondTheScopeOfAKey() throws Exception {
    assertThat(answer("/hma//c/banks", "Authorization: Bearer " + scanKey))
        .startsWith("HTTP/1.1 403")
        .contains("{\"message\":");
  }

  /// A path that is none of HMA's, or is ambiguous, is refused as always, with and without a key:
  /// never answered by a call, never accepted as local.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/hma//../api/v1/banks",
        "/hma/../api/v1/banks",
        "/hma/../hma/c/banks",
        "/hma//..//api//v1/banks",
        "/hma/%2e%2e/api/v1/banks",
        "/hma//%2e%2e/api/v1/banks",
        "/hma//.%2E/api/v1/banks",
        "/hma/%252e%252e/api/v1/banks",
        "/hma//%2fc/banks",
        "/hma/%2Fc%2Fbanks",
        "/%2fhma/c/banks",
        "/hma//c%5cbanks",
        "/hma//./c/banks",
        "/hma//c/banks;x=y",
        "/hma;x//c/banks",
        "/hma//;/../metrics",
        "/api//v1/banks",
        "//api/v1/banks",
        "//metrics",
        "/metrics//",
        "//review",
        "/hmac//c/banks",
        "/x//hma/c/banks",
        "/hma/..;/api/v1/banks",
        "//localhost/hma/c/banks",
      })
  void paths_thatCouldBeReadInTwoWays_areRefused(String target) throws Exception {
    for (String[] headers :
        new String[][] {{}, {"Authorization: Bearer " + scanKey}, {"X-Forwarded-For: 192.0.2.7"}}) {
      String answer = answer(target, headers);
      assertThat(answer).as(target).matches("(?s)HTTP/1.1 (400|401|404) .*");
      assertThat(answer).doesNotContain("[]", "matching_enabled_ratio", "vigie_");
    }
  }

  @Test
  void path_ofHmaItself_isNotFoundInHmasForm() throws Exception {
    assertThat(answer("/hma/")).startsWith("HTTP/1.1 404").contains("{\"message\":");
    assertThat(answer("/hma//")).startsWith("HTTP/1.1 404").contains("{\"message\":");
  }
}
