package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigie.server.ServerTest;

/// Requests that Tomcat refuses itself, before any handler or filter: the answer is Vigie's own.
@ServerTest
final class ConnectorRefusalsTest {
  private final int port;

  @Autowired
  ConnectorRefusalsTest(@LocalServerPort int port) {
    this.port = port;
  }

  private String answer(String head) throws IOException {
    try (RawCall call = RawCall.to(port)) {
      call.socket().setSoTimeout(10_000);
      String lines = head.replace("LONG", "x".repeat(20_000)).replace("|", "\r\n");
      call.write((lines + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return call.answer();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api%2fv1/scans HTTP/1.1|Host: localhost",
        "GET /api/v1%2fscans HTTP/1.1|Host: localhost",
        "GET /api%5cv1/scans HTTP/1.1|Host: localhost",
        "GET /api/v1/scans/%00 HTTP/1.1|Host: localhost",
        "GET /api/v1/%zz HTTP/1.1|Host: localhost",
        "GET /api/v1/%ff HTTP/1.1|Host: localhost",
        "GET /api/../../scans%2f HTTP/1.1|Host: localhost",
        "GET /api/v1/scans HTTP/1.1",
        "GET /api/v1/scans HTTP/1.1|Host: localhost|Host: localhost",
        "GET /api/v1/scans HTTP/1.1|Host: local host",
        "GET /api/v1/scans HTTP/1.1|Host: localhost:port",
        "GET /api/v1/{scans HTTP/1.1|Host: localhost",
        "GET /api/v1/scans HTTP/1.1|Host: localhost|X-Long: LONG",
        "GET /api/v1/scans?LONG HTTP/1.1|Host: localhost",
        "GET /api/v1/scans HTTP/9.9|Host: localhost",
        "GET /api/v1/scans HTTP/1.1|Host: localhost|no colon",
        "POST /api/v1/scans HTTP/1.1|Host: localhost|Transfer-Encoding: made-up",
        "POST /api/v1/scans HTTP/1.1|Host: localhost|Content-Length: many",
        "POST /api/v1/scans HTTP/1.1|Host: localhost|Content-Length: 1|Content-Length: 2",
        "GE(T /api/v1/scans HTTP/1.1|Host: localhost",
        "GET /%2f HTTP/1.1|Host: localhost",
        "NOTHING",
        "GET http://[ HTTP/1.1|Host: localhost"
      })
  void request_thatNoHandlerSees_getsAnAnswerOfOurOwn(String head) throws IOException {
    String answer = answer(head + "|Accept-Language: fr");
    boolean program = head.matches("[A-Z]+ /api(?!/\\.\\.)[^{?]* HTTP/1.*");
    assertThat(answer)
        .matches("(?s)HTTP/1.1 400 \r\n.*")
        .doesNotContainIgnoringCase("tomcat", "\r\nServer:", "HTTP Status")
        .containsPattern("Content-Length: [1-9]")
        .contains("X-Content-Type-Options: nosniff");
    if (program) {
      assertThat(answer)
          .contains("application/problem+json", "\"type\":\"/problems/", "\"status\":4");
    }
  }

  @Test
  void address_withAnEncodedSlash_isAPageInTheReadersLanguage() throws IOException {
    assertThat(answer("GET /report%2fnow HTTP/1.1|Host: localhost|Accept-Language: fr"))
        .startsWith("HTTP/1.1 400")
        .contains("text/html;charset=UTF-8", "<html lang=\"fr\"", "Content-Security-Policy: ");
  }

  @Test
  void address_ofHma_withAnEncodedSlash_hasItsForm() throws IOException {
    assertThat(answer("GET /hma/h%2fhash HTTP/1.1|Host: localhost"))
        .startsWith("HTTP/1.1 400")
        .contains("application/json", "{\"message\":\"");
  }
}
