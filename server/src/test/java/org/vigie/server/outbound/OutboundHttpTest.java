package org.vigie.server.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.server.outbound.OutboundException.Cause;

/// Calls to destinations of operators.
final class OutboundHttpTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final TestHost host = TestHost.start();
  private final UrlFetcherTest.Budget budget = new UrlFetcherTest.Budget();

  @AfterEach
  void stop() throws IOException {
    host.close();
    assertThat(budget.held()).isZero();
  }

  private OutboundHttp http(Duration deadline) {
    return new OutboundHttp(AddressGuard.internalToo(), 1_000, deadline, budget);
  }

  private OutboundAnswer send(OutboundCall call) {
    return http(Duration.ofSeconds(20)).send(call);
  }

  private static void assertFails(Cause cause, OutboundHttp http, OutboundCall call) {
    assertThatThrownBy(() -> http.send(call))
        .isInstanceOfSatisfying(
            OutboundException.class, failed -> assertThat(failed.why()).isEqualTo(cause));
  }

  @Test
  void call_withHeadersAndABody_arrivesOnce() {
    host.answers("HTTP/1.1 202 Accepted\r\nX-Id: 7\r\nX-Id: 8\r\nContent-Length: 2\r\n\r\nok");
    OutboundAnswer answer = send(OutboundCall.of("POST", host.url("/hook?a=b"))
        .withHeader("X-Signature", "v1=00ff")
        .withHeader("Authorization", "Bearer invented")
        .withBody("application/json", "{\"a\":1}".getBytes(UTF_8)));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("x-ID")).contains("7");
    assertThat(answer.body()).asString(UTF_8).isEqualTo("ok");
    assertThat(host.requests()).containsExactly("POST /hook?a=b HTTP/1.1");
    assertThat(host.heads().getFirst())
        .contains(
            "x-signature: v1=00ff",
            "authorization: Bearer invented",
            "Content-Type: application/json",
            "Content-Length: 7",
            "Connection: close");
    assertThat(host.bodies()).containsExactly("{\"a\":1}");
  }

  @Test
  void answer_ofAnyStatus_isReturned() {
    host.answers("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 0\r\n\r\nlater")
        .answers("HTTP/1.1 307 Elsewhere\r\nLocation: http://127.0.0.1:1/\r\n\r\n")
        .answers("HTTP/1.1 204 No Content\r\n\r\n")
        .answers("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n");
    assertThat(send(OutboundCall.of("GET", host.url("/"))).body()).hasSize(5);
    assertThat(send(OutboundCall.of("DELETE", host.url("/"))).status()).isEqualTo(307);
    assertThat(send(OutboundCall.of("PUT", host.url("/"))).body()).isEmpty();
    assertThat(send(OutboundCall.of("HEAD", host.url("/"))).body()).isEmpty();
    assertThat(host.requests()).hasSize(4);
  }

  @Test
  void answer_thatIsTooLarge_isNoAnswer() {
    host.answersWithoutEnd("HTTP/1.1 200 OK\r\n\r\n", "x".repeat(100), Duration.ZERO);
    assertFails(
        Cause.TOO_LARGE, http(Duration.ofSeconds(20)), OutboundCall.of("GET", host.url("/")));
  }

  @Test
  void answer_thatDrips_endsAtTheDeadline() {
    host.answersWithoutEnd("HTTP/1.1 200 OK\r\n\r\n", "x", Duration.ofMillis(20));
    assertFails(
        Cause.TOO_SLOW, http(Duration.ofMillis(300)), OutboundCall.of("GET", host.url("/")));
  }

  @Test
  void destination_thatReadsNothing_isGivenUpAtTheDeadline() {
    host.speaksFirst().answersWithoutEnd("", "", Duration.ofMillis(20));
    OutboundCall call = OutboundCall.of("POST", host.url("/"))
        .withBody("application/octet-stream", new byte[30_000_000]);
    assertFails(Cause.TOO_SLOW, http(Duration.ofMillis(300)), call);
  }

  @Test
  void destination_within_isRefusedUnlessAllowed() {
    OutboundHttp outside =
        new OutboundHttp(AddressGuard.publicOnly(), 1_000, Duration.ofSeconds(20), budget);
    assertFails(Cause.NOT_PUBLIC, outside, OutboundCall.of("GET", host.url("/")));
    assertFails(
        Cause.NOT_PUBLIC,
        http(Duration.ofSeconds(20)),
        OutboundCall.of("GET", "http://169.254.169.254/"));
    assertThat(host.requests()).isEmpty();
  }

  @Test
  void proxy_ofTheJvm_isNotAsked() {
    host.answers("HTTP/1.1 204 No Content\r\n\r\n");
    Map<String, String> proxy =
        Map.of("socksProxyHost", "127.0.0.1", "socksProxyPort", "1", "socksNonProxyHosts", "");
    proxy.forEach(System::setProperty);
    try {
      assertThat(send(OutboundCall.of("GET", host.url("/"))).status()).isEqualTo(204);
    } finally {
      proxy.keySet().forEach(System::clearProperty);
    }
  }

  @Test
  void url_withCredentials_isRefused() {
    OutboundCall call = OutboundCall.of("GET", "https://user:secret@example.org/");
    assertFails(Cause.BAD_URL, http(Duration.ofSeconds(20)), call);
    assertThat(call).hasToString("OutboundCall[GET]");
  }

  @ParameterizedTest
  @CsvSource({
    "X-A, 'a\nX-B: b'",
    "X-A, 'a\rb'",
    "X-A, é",
    "'X A', a",
    "'X-A: b\nX', a",
    "'', a",
    "Host, example.org",
    "content-LENGTH, 5",
    "Transfer-Encoding, chunked",
    "Connection, keep-alive",
    "Expect, 100-continue",
  })
  void header_thatWouldChangeTheMessage_isRefused(String name, String value) {
    OutboundCall call = OutboundCall.of("POST", "https://example.org/");
    assertThatThrownBy(() -> call.withHeader(name, value))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void method_ofAnotherKind_isRefused() {
    for (String method : new String[] {"CONNECT", "TRACE", "get", "GET /\r\nX"}) {
      assertThatThrownBy(() -> OutboundCall.of(method, "https://example.org/"))
          .isInstanceOf(IllegalArgumentException.class);
    }
    OutboundCall get = OutboundCall.of("GET", "https://example.org/");
    assertThatThrownBy(() -> get.withBody("text/plain", new byte[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "0, 0",
    "'Sun, 01 Mar 2026 12:00:30 GMT', 30",
    "'Sun, 01 Mar 2026 11:00:00 GMT', 0",
    "-1,",
    "soon,",
    "99999999999999999999,",
    "'',",
  })
  void retryAfter_inEitherForm_isRead(String text, Long seconds) {
    OutboundAnswer answer = new OutboundAnswer(503, Map.of("retry-after", text), new byte[0]);
    assertThat(answer.retryAfter(NOW))
        .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
    assertThat(new OutboundAnswer(503, Map.of(), new byte[0]).retryAfter(NOW)).isEmpty();
  }
}
