package org.vigie.server.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.server.outbound.OutboundException.Cause;
import org.vigie.server.outbound.calling.PublicAddresses;

/// Hosts and names that want more than to be fetched from.
@SuppressWarnings("StringConcatToTextBlock") // the ends of HTTP lines have to be seen
final class UrlFetcherAttacksTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration DRIP = Duration.ofMillis(20);
  private static final InetAddress PUBLIC = InetAddress.ofLiteral("127.0.0.3");
  private static final InetAddress WITHIN = InetAddress.ofLiteral("127.0.0.2");
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private final TestHost host = TestHost.start();
  private final UrlFetcherTest.Budget budget = new UrlFetcherTest.Budget();
  private final Queue<List<InetAddress>> lookups = new ConcurrentLinkedQueue<>();

  @AfterEach
  void stop() throws IOException {
    host.close();
    assertThat(budget.held()).isZero();
  }

  /// Takes one address of this machine for a public one.
  private static boolean isPublic(InetAddress address) {
    return PublicAddresses.isPublic(address) || address.equals(PUBLIC);
  }

  private UrlFetcher fetcher(Duration deadline) {
    return new UrlFetcher(
        new AddressGuard(UrlFetcherAttacksTest::isPublic), 1_000, deadline, budget);
  }

  /// Answers lookups with prepared addresses, one after another.
  private UrlFetcher rebinding() {
    AddressGuard guard = new AddressGuard(UrlFetcherAttacksTest::isPublic, _ -> lookups.remove());
    return new UrlFetcher(guard, 1_000, LONG, budget);
  }

  private String url(String name) {
    return host.url("/x").replace("127.0.0.1", name);
  }

  private static Cause refused(UrlFetcher fetcher, String url) {
    try (FetchedContent content = fetcher.fetch(url)) {
      throw new AssertionError(content + " was fetched");
    } catch (OutboundException e) {
      return e.why();
    }
  }

  private Cause refusedAnswer(String answer) {
    host.answers(answer);
    return refused(fetcher(LONG), url("127.0.0.3"));
  }

  private String fetched(String answer) {
    host.answers(answer);
    try (FetchedContent content = fetcher(LONG).fetch(url("127.0.0.3"))) {
      return new String(Fetched.bytes(content), ISO_8859_1);
    }
  }

  @Test
  void name_thatChangesItsAddress_isLookedUpOnceARequest() {
    lookups.add(List.of(PUBLIC));
    lookups.add(List.of(WITHIN));
    host.answers(OK + "\r\nhello");
    try (FetchedContent content = rebinding().fetch(url("rebinding.example"))) {
      assertThat(Fetched.bytes(content)).hasSize(5);
    }
    assertThat(lookups).containsExactly(List.of(WITHIN));
  }

  @Test
  void name_thatChangesItsAddressAtARedirect_isRefused() {
    lookups.add(List.of(PUBLIC));
    lookups.add(List.of(WITHIN));
    host.answers("HTTP/1.1 302 Found\r\nLocation: /y\r\n\r\n");
    assertThat(refused(rebinding(), url("rebinding.example"))).isEqualTo(Cause.NOT_PUBLIC);
    assertThat(host.requests()).containsExactly("GET /x HTTP/1.1");
  }

  @Test
  void name_withOneAddressWithin_isRefusedWhole() {
    lookups.add(List.of(PUBLIC, WITHIN));
    assertThat(refused(rebinding(), url("both.example"))).isEqualTo(Cause.NOT_PUBLIC);
    assertThat(host.requests()).isEmpty();
  }

  @Test
  void lookup_thatDoesNotEnd_isGivenUpAtTheDeadline() {
    CountDownLatch never = new CountDownLatch(1);
    AddressGuard guard = new AddressGuard(UrlFetcherAttacksTest::isPublic, _ -> {
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return List.of();
    });
    assertThat(refused(new UrlFetcher(guard, 1_000, SHORT, budget), url("slow.example")))
        .isEqualTo(Cause.TOO_SLOW);
    never.countDown();
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1/, NOT_PUBLIC",
    "http://10.0.0.1/, NOT_PUBLIC",
    "http://169.254.169.254/latest/meta-data, NOT_PUBLIC",
    "http://0.0.0.0/, NOT_PUBLIC",
    "http://2130706433/, NOT_PUBLIC",
    "http://[::1]/, NOT_PUBLIC",
    "http://[::]/, NOT_PUBLIC",
    "http://[::ffff:127.0.0.1]/, NOT_PUBLIC",
    "http://[::ffff:10.0.0.1]/, NOT_PUBLIC",
    "http://[::127.0.0.1]/, NOT_PUBLIC",
    "http://[64:ff9b::127.0.0.1]/, NOT_PUBLIC",
    "http://[64:ff9b::a9fe:a9fe]/, NOT_PUBLIC",
    "http://[64:ff9b:1::1]/, NOT_PUBLIC",
    "http://[2002:7f00:1::]/, NOT_PUBLIC",
    "http://[2002:a00:1::1]/, NOT_PUBLIC",
    "http://[2001::1]/, NOT_PUBLIC",
    "http://[fe80::1]/, NOT_PUBLIC",
    "http://[fd00::1]/, NOT_PUBLIC",
    "//127.0.0.1/x, NOT_PUBLIC",
    "http://user@127.0.0.3/, BAD_URL",
    "http://user:secret@127.0.0.3/, BAD_URL",
    "file:///etc/hostname, BAD_URL",
    "gopher://127.0.0.3/, BAD_URL",
    "javascript:1, BAD_URL",
    "http:x, BAD_URL",
    "http://127.0.0.3:70000/, BAD_URL",
    "http://a b/, BAD_URL",
  })
  void redirect_thatLeadsElsewhere_isRefusedWithoutAsking(String location, Cause cause) {
    assertThat(refusedAnswer("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\n\r\n"))
        .isEqualTo(cause);
    assertThat(host.requests()).hasSize(1);
  }

  @Test
  void redirect_betweenTwoUrls_endsAfterFive() {
    for (int i = 0; i < 6; i++) {
      host.answers("HTTP/1.1 307 Again\r\nLocation: /" + i % 2 + "\r\n\r\n");
    }
    assertThat(refused(fetcher(LONG), url("127.0.0.3"))).isEqualTo(Cause.TOO_MANY_REDIRECTS);
    assertThat(host.requests()).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({
    // without end: a header's line, headers, informational answers, empty lines, a status line
    "'HTTP/1.1 200 OK~X: ', x, BAD_ANSWER",
    "HTTP/1.1 200 OK~, X: y~, BAD_ANSWER",
    "HTTP/1.1 200 OK~X: y~, ' y~', BAD_ANSWER",
    "'', ~, BAD_ANSWER",
    "'', H, BAD_ANSWER",
    // a chunked body, the line of a chunk, trailers
    "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~, 1~x~, TOO_LARGE",
    "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~1;, x, BAD_ANSWER",
    "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~0~, X: y~, BAD_ANSWER",
    // a body without a length
    "HTTP/1.1 200 OK~~, x, TOO_LARGE",
  })
  void answer_withoutEnd_isBounded(String start, String more, Cause cause) {
    host.answersWithoutEnd(lines(start), lines(more).repeat(100), Duration.ZERO);
    assertThat(refused(fetcher(LONG), url("127.0.0.3"))).isEqualTo(cause);
  }

  private static String lines(String text) {
    return text.replace("~", "\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK~",
        "HTTP/1.1 200 OK~Content-Length: 900~~",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~400~",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~0~",
        "HTTP/1.1 200 OK~~",
        "HTTP/1.1 404 Not Found~",
      })
  void answer_thatDrips_endsAtTheDeadline(String start) {
    long began = System.nanoTime();
    host.answersWithoutEnd(lines(start), "1", DRIP);
    assertThat(refused(fetcher(SHORT), url("127.0.0.3"))).isEqualTo(Cause.TOO_SLOW);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void informationalAnswers_withoutEnd_endAtTheDeadline() {
    host.answersWithoutEnd("", "HTTP/1.1 103 Early Hints\r\n\r\n", Duration.ZERO);
    assertThat(refused(fetcher(SHORT), url("127.0.0.3"))).isEqualTo(Cause.TOO_SLOW);
  }

  @Test
  void handshake_thatDrips_endsAtTheDeadline() {
    // the beginning of a record of 16 KB that comes a byte at a time
    host.speaksFirst().answersWithoutEnd("\u0016\u0003\u0003@\u0000", "\u0002", DRIP);
    String url = url("127.0.0.3").replace("http:", "https:");
    assertThat(refused(fetcher(SHORT), url)).isEqualTo(Cause.TOO_SLOW);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 200 OK~Content-Length: 900~~hello, NOT_REACHED",
    "HTTP/1.1 200 OK~Content-Length: 5~Content-Length: 6~~hello!, BAD_ANSWER",
    "'HTTP/1.1 200 OK~Content-Length: 5, 5~~hello', BAD_ANSWER",
    "HTTP/1.1 200 OK~Content-Length: 99999999999999999999~~hello, BAD_ANSWER",
    "HTTP/1.1 200 OK~Content-Length: 9223372036854775807~~hello, TOO_LARGE",
    "HTTP/1.1 200 OK~Content-Length: 0x5~~hello, BAD_ANSWER",
    "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~-5~hello~0~~, BAD_ANSWER",
    "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~fffffffffffffffff~hello~0~~, BAD_ANSWER",
    "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~4~hello~0~~, BAD_ANSWER",
    "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~6~hello, NOT_REACHED",
    "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~5~hello~, NOT_REACHED",
    "HTTP/1.1 200 OK~Transfer-Encoding: gzip~Transfer-Encoding: chunked~~0~~, BAD_ANSWER",
    "'HTTP/1.1 200 OK~Transfer-Encoding: chunked, chunked~~0~~', BAD_ANSWER",
    "HTTP/1.1 200 OK, BAD_ANSWER",
    "HTTP/1.1 200 OK~, BAD_ANSWER",
    "HTTP/1.1 200 OK~Content-Type: image/pn, BAD_ANSWER",
    "'', BAD_ANSWER",
    "HTTP/1.1 101 Switching Protocols~Upgrade: TLS/1.2~Connection: Upgrade~~, BAD_ANSWER",
    "HTTP/1.1 99 Odd~~hello, BAD_ANSWER",
    "HTTP/1.1 204 No Content~~, REFUSED_BY_HOST",
    "HTTP/1.1 206 Partial Content~~hell, REFUSED_BY_HOST",
    "RTSP/1.0 200 OK~~hello, BAD_ANSWER",
    "ICY 200 OK~~hello, BAD_ANSWER",
  })
  void answer_thatLies_isRefused(String answer, Cause cause) {
    assertThat(refusedAnswer(lines(answer))).isEqualTo(cause);
  }

  @Test
  void answer_withAnOddForm_isReadAsTheStandardSays() {
    assertThat(fetched(OK + "Content-Length: 2\r\n\r\nhello")).isEqualTo("he");
    assertThat(fetched("HTTP/1.1 200 OK\nContent-Type: image/png\n\nhello")).isEqualTo("hello");
    assertThat(fetched("HTTP/1.0 200 OK\r\n\r\nhello")).isEqualTo("hello");
    String both = "Content-Length: 3\r\nTransfer-Encoding: Chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
    assertThat(fetched(OK + both)).isEqualTo("hello");
  }

  @Test
  void head_upToTheBound_isRead() {
    assertThat(fetched(OK + "X: 1\r\n".repeat(99) + "\r\nhello")).isEqualTo("hello");
    assertThat(refusedAnswer(OK + "X: 1\r\n".repeat(101) + "\r\nhello"))
        .isEqualTo(Cause.BAD_ANSWER);
    String line = "X: " + "x".repeat(10_000) + "\r\n";
    assertThat(fetched(OK + line + "\r\nhello")).isEqualTo("hello");
    assertThat(refusedAnswer(OK + line.repeat(8) + "\r\nhello")).isEqualTo(Cause.BAD_ANSWER);
  }

  @Test
  void gzip_ofMuchMore_isNotInflated() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[500_000]);
    }
    String body = bomb.toString(ISO_8859_1);
    assertThat(body).hasSizeLessThan(1_000);
    assertThat(fetched(OK + "Content-Encoding: gzip\r\n\r\n" + body)).isEqualTo(body);
  }

  @Test
  void request_always_asksForNothingElse() {
    fetched(OK + "\r\nhello");
    String port = url("").substring("http://:".length()).replace("/x", "");
    assertThat(host.heads().getFirst())
        .containsExactlyInAnyOrder(
            "GET /x HTTP/1.1",
            "Accept: */*",
            "Accept-Encoding: identity",
            "Connection: close",
            "Host: 127.0.0.3:" + port,
            "User-Agent: vigie");
  }

  @Test
  void path_ofAnyForm_isSentAsItIsWritten() {
    host.answers(OK + "\r\n").answers(OK + "\r\n").answers(OK + "\r\n");
    for (String path : List.of("//double", "/a/../b?c=%2F&d=é", "?q#fragment")) {
      fetcher(LONG).fetch(url("127.0.0.3").replace("/x", path)).close();
    }
    assertThat(host.requests())
        .containsExactly(
            "GET //double HTTP/1.1", "GET /a/../b?c=%2F&d=%C3%A9 HTTP/1.1", "GET /?q HTTP/1.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 401 Unauthorized~WWW-Authenticate: Basic realm=\"x\"~~",
        "HTTP/1.1 407 Proxy Authentication Required~Proxy-Authenticate: Basic realm=\"x\"~~",
        "HTTP/1.1 429 Too Many Requests~Retry-After: 0~~",
        "HTTP/1.1 503 Service Unavailable~Retry-After: 0~~",
      })
  void host_thatAsksForMore_isAskedOnce(String answer) {
    assertThat(refusedAnswer(lines(answer))).isEqualTo(Cause.REFUSED_BY_HOST);
    assertThat(host.requests()).hasSize(1);
  }

  @Test
  void cookies_ofAHost_areNotSentBack() {
    host.answers("HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: /y\r\n\r\n");
    assertThat(fetched(OK + "\r\nhello")).isEqualTo("hello");
    assertThat(host.heads().getLast()).noneMatch(line -> line.startsWith("Cookie"));
  }

  @Test
  void proxy_ofTheSystem_isNotUsed() {
    System.setProperty("http.proxyHost", "127.0.0.2");
    System.setProperty("http.nonProxyHosts", "");
    try {
      assertThat(fetched(OK + "\r\nhello")).isEqualTo("hello");
      assertThat(host.requests()).containsExactly("GET /x HTTP/1.1");
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.nonProxyHosts");
    }
  }
}
