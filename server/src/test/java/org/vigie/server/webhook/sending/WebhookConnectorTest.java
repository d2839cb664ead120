package org.vigie.server.webhook.sending;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.connector.Outcome;
import org.vigie.connector.Reason;
import org.vigie.server.outbound.TestHost;
import org.vigie.server.webhook.signing.SigningKey;

/// Deliveries and answers, as `docs/formats/webhook.md` specifies them.
final class WebhookConnectorTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final TestHost host = TestHost.start();

  @AfterEach
  void stop() throws IOException {
    host.close();
  }

  private Outcome answered(String answer) throws IOException {
    host.answers(answer);
    return MadeUpReceivers.connector(host.url("/vigie"), LONG)
        .carryOut(MadeUpReceivers.suspension());
  }

  private Outcome written(String body) throws IOException {
    return answered("HTTP/1.1 200 OK\r\nContent-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n"
        + new String(body.getBytes(UTF_8), ISO_8859_1));
  }

  @Test
  void delivery_isThatOfTheDocumentation() throws IOException {
    String page = Files.readString(Path.of("../docs/formats/webhook.md"));
    List<String> example =
        page.split("```http\n", -1)[1].split("\n```", 2)[0].lines().toList();

    assertThat(answered("HTTP/1.1 204 No Content\r\n\r\n")).isEqualTo(new Outcome.Done());

    assertThat(host.requests()).containsExactly(example.getFirst());
    List<String> head =
        host.heads().getFirst().stream().map(WebhookConnectorTest::smallName).toList();
    assertThat(example.stream().skip(1).takeWhile(Predicate.not(String::isEmpty)))
        .hasSize(7)
        .allSatisfy(line -> assertThat(head).contains(smallName(line)));
    assertThat(host.bodies()).containsExactly(example.getLast());
  }

  private static String smallName(String header) {
    String name = header.split(":", 2)[0];
    return name.toLowerCase(Locale.ROOT) + header.substring(name.length());
  }

  @Test
  void notification_toAnAccountAlone_leavesOutWhatThereIsNot_andIsSignedInUtf8()
      throws IOException {
    host.answers("HTTP/1.1 204 No Content\r\n\r\n");

    MadeUpReceivers.connector(host.url("/"), LONG)
        .carryOut(MadeUpReceivers.notification("« Levé » \"<b>\"\n"));

    String body = new String(host.bodies().getFirst().getBytes(ISO_8859_1), UTF_8);
    assertThat(body).isEqualTo("""
        {"version":1,"delivery":"3f1c0b8e-5a52-4d0e-9f0a-6b8f2f6d7a10","key":"n-1",\
        "kind":"notify","direction":"undo",\
        "subject":{"messenger":"chat","surface":"private","account":"a-4"},\
        "countries":[],"text":"« Levé » \\"<b>\\"\\n","sent_at":"2026-11-30T09:00:00Z"}""");
    String signature = SigningKey.of("2026-b", MadeUpReceivers.SECRET)
        .sign(1796029200, MadeUpReceivers.DELIVERY.toString(), body.getBytes(UTF_8));
    assertThat(host.heads().getFirst()).contains("vigie-signature: " + signature);
  }

  @Test
  void answer_withAnOutcome_isRead() throws IOException {
    assertThat(written("{\"outcome\":\"done\"}")).isEqualTo(new Outcome.Done());
    assertThat(written(" {\"outcome\" : \"already\"}\n")).isEqualTo(new Outcome.Already());
    assertThat(written("{\"outcome\":\"unsupported\"}")).isEqualTo(new Outcome.Unsupported());
    assertThat(written("{\"outcome\":\"partial\",\"reason\":\"archive\"}"))
        .isEqualTo(new Outcome.Partial(new Reason("archive")));
    assertThat(written("{\"reason\":\"not-an-owner\",\"outcome\":\"denied\"}"))
        .isEqualTo(new Outcome.Denied(new Reason("not-an-owner")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "done",
        "{}",
        "[]",
        "null",
        "\"done\"",
        "{\"outcome\":\"Done\"}",
        "{\"outcome\":1}",
        "{\"outcome\":null}",
        "{\"outcome\":[\"done\"]}",
        "{\"outcome\":\"done\"",
        "{\"outcome\":\"done\"} {}",
        "{\"outcome\":\"done\",\"outcome\":\"denied\"}",
        "{\"outcome\":\"done\",\"more\":1}",
        "{\"outcome\":\"done\",\"reason\":\"why\"}",
        "{\"outcome\":\"partial\"}",
        "{\"outcome\":\"denied\"}",
        "{\"outcome\":\"denied\",\"reason\":\"\"}",
        "{\"outcome\":\"denied\",\"reason\":\"-a\"}",
        "{\"outcome\":\"denied\",\"reason\":\"He wrote: hello\"}",
        "{\"outcome\":\"denied\",\"reason\":\"a\\nb\"}",
        "{\"outcome\":\"denied\",\"reason\":7}",
        "{\"outcome\":\"retry-after\"}",
        "{outcome:'done'}"
      })
  void answer_ofAnotherForm_leavesTheOutcomeUnknown(String body) {
    assertThatThrownBy(() -> written(body))
        .isInstanceOf(UnknownOutcomeException.MalformedAnswer.class);
  }

  @ParameterizedTest
  @CsvSource({"400", "404", "409", "410", "422", "499"})
  void status_ofARefusal_isDenied(int status) throws IOException {
    assertThat(answered("HTTP/1.1 " + status + " No\r\nContent-Length: 2\r\n\r\nno"))
        .isEqualTo(new Outcome.Denied(new Reason("http-" + status)));
  }

  @ParameterizedTest
  @CsvSource({
    "202, NotYetDone",
    "201, MalformedAnswer",
    "206, MalformedAnswer",
    "299, MalformedAnswer",
    "301, NotAccepted",
    "304, NotAccepted",
    "401, NotAccepted",
    "403, NotAccepted",
    "407, NotAccepted",
    "408, NotAccepted",
    "421, NotAccepted",
    "425, NotAccepted",
    "500, NotAccepted",
    "502, NotAccepted",
    "504, NotAccepted",
    "600, NotAccepted",
    "999, NotAccepted",
  })
  void status_thatTellsNoOutcome_leavesItUnknown(int status, String name) {
    assertThatThrownBy(() -> answered("HTTP/1.1 " + status + " So\r\n\r\n"))
        .isInstanceOf(IOException.class)
        .satisfies(failure -> assertThat(failure.getClass().getSimpleName()).isEqualTo(name));
  }

  @ParameterizedTest
  @CsvSource({
    "429, '', 30",
    "503, '', 30",
    "429, Retry-After: 120, 120",
    "503, Retry-After: 0, 1",
    "503, Retry-After: 999999999, 3600",
    "503, Retry-After: soon, 30",
    "429, 'Retry-After: Mon, 30 Nov 2026 09:01:00 GMT', 59",
    "429, 'Retry-After: Mon, 30 Nov 2026 08:00:00 GMT', 1",
  })
  void wait_isHonouredWithinBounds(int status, String header, long seconds) throws IOException {
    Outcome outcome = answered(
        "HTTP/1.1 " + status + " Later\r\n" + (header.isEmpty() ? "" : header + "\r\n") + "\r\n");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.RetryAfter.class,
            later -> assertThat(later.time().toSeconds()).isEqualTo(seconds));
  }

  @Test
  void connector_asText_isItsMessenger() {
    assertThat(MadeUpReceivers.connector(host.url("/secret-path"), LONG))
        .hasToString("WebhookConnector[chat]");
  }
}
