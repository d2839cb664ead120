package org.vigie.server.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.server.frame.MemoryBudget;
import org.vigie.server.frame.MemoryShare;
import org.vigie.server.outbound.OutboundException.Cause;

/// Fetching from hosts that answer well, badly, slowly and from within.
@SuppressWarnings("StringConcatToTextBlock") // the ends of HTTP lines have to be seen
final class UrlFetcherTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private static final AddressGuard THE_FIRST =
      new AddressGuard(address -> address.equals(InetAddress.ofLiteral("127.0.0.1")));

  private final TestHost host = TestHost.start();
  private final Budget budget = new Budget();
  private final UrlFetcher fetcher = new UrlFetcher(THE_FIRST, 1_000, LONG, budget);

  @AfterEach
  void stop() throws IOException {
    host.close();
  }

  /// 2,500 bytes.
  static final class Budget implements MemoryBudget {
    private long held;

    @Override
    public synchronized boolean take(long bytes) {
      boolean fits = held + bytes <= limit();
      held += fits ? bytes : 0;
      return fits;
    }

    @Override
    public synchronized void giveBack(long bytes) {
      held -= bytes;
    }

    @Override
    public long limit() {
      return 2_500;
    }

    synchronized long held() {
      return held;
    }
  }

  private static byte[] ascii(String content) {
    return content.getBytes(ISO_8859_1);
  }

  private Cause refused(String url) {
    try {
      fetcher.fetch(url);
    } catch (OutboundException e) {
      return e.why();
    }
    throw new AssertionError("was fetched");
  }

  private Cause refusedAnswer(String answer) {
    host.answers(answer);
    return refused(host.url("/x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Type: image/png; x=y\r\n\r\nhello",
        "HTTP/1.0 200 OK\r\ncontent-type: image/png\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200\r\nContent-Type: image/png\r\n\r\nhello"
      })
  void content_inEveryForm_isFetchedWithItsType(String answer) {
    host.answers(answer);
    FetchedContent content = fetcher.fetch(host.url("/a%20b?c=d"));
    assertThat(content.mediaType()).isEqualTo("image/png");
    assertThat(Fetched.bytes(content)).isEqualTo(ascii("hello"));
    assertThat(host.requests()).containsExactly("GET /a%20b?c=d HTTP/1.1");
  }

  @Test
  void redirect_toTheSameHost_isFollowed() {
    host.answers("HTTP/1.1 302 Found\r\nLocation: ../b\r\n\r\n")
        .answers("HTTP/1.1 200 OK\r\n\r\nhello");
    assertThat(Fetched.bytes(fetcher.fetch(host.url("/x/y")))).isEqualTo(ascii("hello"));
    assertThat(host.requests()).containsExactly("GET /x/y HTTP/1.1", "GET /b HTTP/1.1");
  }

  @Test
  void redirect_toAnAddressWithin_isRefusedWithoutAsking() {
    String within = host.url("/secret").replace("127.0.0.1", "127.0.0.2");
    host.answers("HTTP/1.1 302 Found\r\nLocation: " + within + "\r\n\r\n");
    assertThat(refused(host.url("/x"))).isEqualTo(Cause.NOT_PUBLIC);
    assertThat(host.requests()).containsExactly("GET /x HTTP/1.1");
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:1/, NOT_PUBLIC",
    "http://localhost:1/, NOT_PUBLIC",
    "http://2130706433:1/, NOT_PUBLIC",
    "http://[::1]:1/, NOT_PUBLIC",
    "http://[::ffff:127.0.0.1]:1/, NOT_PUBLIC",
    "http://169.254.169.254/latest/meta-data, NOT_PUBLIC",
    "http://10.1.2.3/, NOT_PUBLIC",
    "ftp://example.org/x, BAD_URL",
    "file:///etc/hostname, BAD_URL",
    "/x, BAD_URL",
    "http:///x, BAD_URL",
    "http://example.org:70000/, BAD_URL",
    "'gopher://127.0.0.1:1/_GET', BAD_URL",
    "'jar:http://example.org/x!/y', BAD_URL",
    "'data:text/plain,hello', BAD_URL",
    "http://user@example.org/, BAD_URL",
    "http://example.org@127.0.0.1/, BAD_URL",
    "http://a:b@example.org/, BAD_URL",
    "not a url, BAD_URL",
    "http://does-not-exist.invalid/, UNKNOWN_HOST",
  })
  void url_thatMayNotBeAsked_isRefused(String url, Cause cause) {
    UrlFetcher strict = new UrlFetcher(AddressGuard.publicOnly(), 1_000, LONG, budget);
    assertThatThrownBy(() -> strict.fetch(url))
        .isInstanceOfSatisfying(
            OutboundException.class, refused -> assertThat(refused.why()).isEqualTo(cause));
  }

  @Test
  void redirects_withoutEnd_areRefused() {
    for (int i = 0; i < 6; i++) {
      host.answers("HTTP/1.1 301 Moved\r\nLocation: /x\r\n\r\n");
    }
    assertThat(refused(host.url("/x"))).isEqualTo(Cause.TOO_MANY_REDIRECTS);
    assertThat(host.requests()).hasSize(6);
  }

  @Test
  void content_beyondTheLimit_isRefusedWhereverThatShows() {
    String announced = "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n";
    assertThat(refusedAnswer(announced)).isEqualTo(Cause.TOO_LARGE);
    assertThat(refusedAnswer("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1_001)))
        .isEqualTo(Cause.TOO_LARGE);
    host.answers("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1_000));
    assertThat(Fetched.bytes(fetcher.fetch(host.url("/x")))).hasSize(1_000);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 404 Not Found\\r\\n\\r\\n, REFUSED_BY_HOST",
    "HTTP/2 200 OK\\r\\n\\r\\n, BAD_ANSWER",
    "SSH-2.0-x\\r\\n, BAD_ANSWER",
    "HTTP/1.1 200 OK\\r\\nbad header\\r\\n\\r\\n, BAD_ANSWER",
    "HTTP/1.1 200 OK\\r\\nContent-Length: -1\\r\\n\\r\\n, BAD_ANSWER",
    "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: gzip\\r\\n\\r\\n, BAD_ANSWER",
    "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n, BAD_ANSWER",
    "HTTP/1.1 200 OK\\r\\nContent-Length: 5\\r\\n\\r\\nhell, NOT_REACHED",
    "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nhell, NOT_REACHED",
    "HTTP/1.1 302 Found\\r\\n\\r\\n, BAD_ANSWER",
    "HTTP/1.1 302 Found\\r\\nLocation: file:///etc/hostname\\r\\n\\r\\n, BAD_URL",
  })
  void answer_thatIsNoContent_isRefused(String answer, Cause cause) {
    assertThat(refusedAnswer(answer.replace("\\r\\n", "\r\n"))).isEqualTo(cause);
  }

  @Test
  void host_thatNeverAnswers_isGivenUpAtTheDeadline() {
    host.isSilent();
    UrlFetcher hurried = new UrlFetcher(THE_FIRST, 1_000, Duration.ofMillis(200), budget);
    assertThatThrownBy(() -> hurried.fetch(host.url("/x")))
        .isInstanceOfSatisfying(
            OutboundException.class,
            refused -> assertThat(refused.why()).isEqualTo(Cause.TOO_SLOW));
  }

  @Test
  void content_ofAnyForm_countsUntilItIsClosed() {
    String body = "x".repeat(900);
    host.answers("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + body);
    try (FetchedContent content = fetcher.fetch(host.url("/x"))) {
      assertThat(Fetched.bytes(content)).hasSize(900);
      assertThat(budget.held()).isEqualTo(900);
      assertThat(refusedAnswer("HTTP/1.1 200 OK\r\n\r\n" + body)).isEqualTo(Cause.BUSY);
      assertThat(budget.held()).isEqualTo(900);
    }
    assertThat(budget.held()).isZero();
    host.answers("HTTP/1.1 200 OK\r\n\r\n" + body);
    try (FetchedContent content = fetcher.fetch(host.url("/x"))) {
      assertThat(Fetched.bytes(content)).hasSize(900);
      assertThat(budget.held()).isEqualTo(1_800);
    }
    assertThat(budget.held()).isZero();
  }

  @Test
  void content_thatFailsOnTheWay_countsNoMore() {
    refusedAnswer("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhell");
    refusedAnswer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhell");
    refusedAnswer("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1_001));
    assertThat(budget.held()).isZero();
  }

  @Test
  void share_ofABudget_leavesTheRestToOthers() {
    MemoryShare share = new MemoryShare(budget, 1_000);
    assertThat(share.take(1_001)).isFalse();
    assertThat(share.take(1_000)).isTrue();
    assertThat(share.take(1)).isFalse();
    assertThat(budget.take(1_500)).isTrue();
    share.giveBack(1_000);
    assertThat(budget.held()).isEqualTo(1_500);
    assertThat(share.take(1_000)).isTrue();
  }

  @Test
  void host_thatSpeaksNoTls_isNotAskedOverHttps() {
    host.speaksFirst().answers("HTTP/1.1 200 OK\r\n\r\nhello");
    assertThat(refused(host.url("/x").replace("http:", "https:"))).isEqualTo(Cause.NOT_REACHED);
  }
}
