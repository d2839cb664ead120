package org.vigie.server.webhook.sending;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.server.outbound.TestHost;

/// Receivers that want more than actions: each delivery ends at its deadline, and reads little.
@SuppressWarnings("StringConcatToTextBlock") // the ends of HTTP lines have to be seen
final class HostileReceiversTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration DRIP = Duration.ofMillis(20);
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private final TestHost host = TestHost.start();
  private final TestHost within = TestHost.start();

  @AfterEach
  void stop() throws IOException {
    host.close();
    within.close();
  }

  private void assertUnknown(Class<?> failure, Duration deadline) {
    WebhookConnector connector = MadeUpReceivers.connector(host.url("/"), deadline);
    long began = System.nanoTime();
    assertThatThrownBy(() -> connector.carryOut(MadeUpReceivers.suspension()))
        .isInstanceOf(IOException.class)
        .isInstanceOf(failure)
        .hasMessageNotContaining("127.0.0.1")
        .hasMessageNotContaining("secret");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONG);
  }

  private void assertNoAnswer(Duration deadline) {
    assertUnknown(UnknownOutcomeException.NoAnswer.class, deadline);
  }

  /// Counts what a caller takes before it hangs up.
  private record Counted(AtomicLong sent, String start, String more) implements TestHost.Answer {
    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(start.getBytes(ISO_8859_1));
      byte[] piece = more.getBytes(ISO_8859_1);
      while (true) {
        out.write(piece);
        sent.addAndGet(piece.length);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OK + "\r\n",
        OK + "Transfer-Encoding: chunked\r\n\r\n",
        OK + "Content-Length: 1000000000\r\n\r\n",
        "HTTP/1.1 500 No\r\n\r\n",
        "HTTP/1.1 404 No\r\n\r\n",
        OK
      })
  void bodyOrHeadWithoutEnd_isReadNoFurther(String start) {
    AtomicLong sent = new AtomicLong();
    String more = start.contains("chunked")
        ? "1000\r\n" + "x".repeat(0x1000) + "\r\n"
        : start.equals(OK) ? "X-A: " + "x".repeat(4_000) + "\r\n" : "x".repeat(4_096);
    host.answers(new Counted(sent, start, more));

    assertNoAnswer(LONG);

    assertThat(sent.get()).as("what fits into buffers of sockets").isLessThan(20_000_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 2", OK + "X-A: b", OK + "\r\n", OK + "\r\n{\"outcome\":"})
  void slowBytes_endAtTheDeadline(String start) {
    host.answersWithoutEnd(start, "0", DRIP);
    assertNoAnswer(SHORT);
  }

  @Test
  void silence_endsAtTheDeadline() {
    host.isSilent();
    assertNoAnswer(SHORT);
  }

  @Test
  void receiverThatReadsNothing_costsADeadlineAtTheMost() {
    host.speaksFirst().answersWithoutEnd("", "", DRIP);
    assertNoAnswer(SHORT);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirect_isNotFollowed(int status) {
    host.answers("HTTP/1.1 " + status + " There\r\nLocation: " + within.url("/admin")
        + "\r\nContent-Length: 0\r\n\r\n");
    assertUnknown(UnknownOutcomeException.NotAccepted.class, LONG);
    assertThat(within.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SSH-2.0-OpenSSH\r\n",
        "HTTP/1.1 OK\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
        OK + "Content-Length: 20\r\n\r\n{\"outcome\":\"done\"}",
        OK + "Transfer-Encoding: chunked\r\n\r\n12\r\n{\"outcome\":\"done\"}",
        OK + "Content-Length: -1\r\n\r\n",
        OK + "X-A"
      })
  void answerThatIsNoHttpOrEndsEarly_isNone(String answer) {
    host.answers(answer);
    assertUnknown(UnknownOutcomeException.class, LONG);
  }

  @Test
  void answerThatIsDeep_isMalformed() {
    host.answers(OK + "\r\n" + "[".repeat(4_000));
    assertUnknown(UnknownOutcomeException.MalformedAnswer.class, LONG);
  }

  @Test
  void internalAddress_isNotAskedUnlessAllowed() {
    WebhookConnector outside =
        MadeUpReceivers.connector("https://127.0.0.1:" + port() + "/", false, LONG);
    assertThatThrownBy(() -> outside.carryOut(MadeUpReceivers.suspension()))
        .isInstanceOf(UnknownOutcomeException.NoAnswer.class);
    WebhookConnector metadata =
        MadeUpReceivers.connector("http://169.254.169.254/latest/", true, LONG);
    assertThatThrownBy(() -> metadata.carryOut(MadeUpReceivers.suspension()))
        .isInstanceOf(UnknownOutcomeException.NoAnswer.class);
    assertThat(host.requests()).isEmpty();
  }

  private String port() {
    String url = host.url("");
    return url.substring(url.lastIndexOf(':') + 1);
  }
}
