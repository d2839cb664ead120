package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.vigie.server.ServerTest;

/// Callers who hang up, and unreadable forms: no failures of the server.
@ServerTest
@Import(ProbeController.class)
final class HangUpTest {
  private final int port;
  private final MeterRegistry meters;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @Autowired
  HangUpTest(@LocalServerPort int port, MeterRegistry meters) {
    this.port = port;
    this.meters = meters;
  }

  @BeforeEach
  void listen() {
    log.start();
    root().addAppender(log);
  }

  @AfterEach
  void stopListening() {
    root().detachAppender(log);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /api/v1/probe/body HTTP/1.1|Content-Type: application/json|Content-Length: 900||{",
        "POST /api/v1/probe/body HTTP/1.1|Content-Type: application/json|Transfer-Encoding: chunked||9|{",
        "POST /api/v1/probe/body HTTP/1.1|Content-Type: application/json|Transfer-Encoding: chunked||zz|{",
        "POST /api/v1/probe/upload HTTP/1.1|Content-Type: multipart/form-data; boundary=b|Content-Length: 900||--b|Content-Disposition: form-data; name=media; filename=m||x",
        "POST /sign-in HTTP/1.1|Content-Type: application/x-www-form-urlencoded|Content-Length: 900||email=x",
        "POST /sign-in HTTP/1.1|Content-Type: application/x-www-form-urlencoded|Transfer-Encoding: chunked||7|email=",
        "POST /sign-in HTTP/1.1|Content-Type: application/x-www-form-urlencoded|Transfer-Encoding: chunked||zz|email=",
        "POST /sign-in HTTP/1.1|Content-Type: application/x-www-form-urlencoded|Content-Length: 5||a=%zz",
        "GET /sign-in?then=%zz HTTP/1.1||",
        "GET /api/v1/probe/parameter?radius=%zz HTTP/1.1||",
        "GET /api/v1/probe/stream HTTP/1.1||",
        "GET /api/v1/probe/bytes HTTP/1.1||"
      })
  void caller_whoHangsUp_leavesNoErrorBehind(String call) throws IOException {
    long before = answered();
    // A reset also discards bytes that a busy server has not read yet, which then sees no call.
    for (int attempt = 0; attempt < 20 && answered() == before; attempt++) {
      sendAndHangUp(call);
      awaitAnswers(before);
    }
    assertThat(answered()).as("calls that were answered").isGreaterThan(before);
    assertNoErrors();
  }

  private void sendAndHangUp(String call) throws IOException {
    try (RawCall raw = RawCall.to(port)) {
      String[] lines = call.split("\\|", -1);
      raw.send(lines[0], "Host: localhost");
      raw.send(Arrays.copyOfRange(lines, 1, lines.length));
      raw.socket().setSoLinger(true, 0);
    }
  }

  private void awaitAnswers(long before) {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (answered() == before && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    }
  }

  @Test
  void form_withTooManyFields_isRefusedWithoutAnError() throws IOException {
    String form = "a=b&".repeat(1_100);
    try (RawCall raw = RawCall.to(port)) {
      String answer = raw.send(
              "POST /sign-in HTTP/1.1",
              "Host: localhost",
              "Connection: close",
              "Content-Type: application/x-www-form-urlencoded",
              "Content-Length: " + (form.length() + 2),
              "",
              form)
          .answer();
      assertThat(answer).startsWith("HTTP/1.1 4").contains("text/html");
    }
    assertNoErrors();
  }

  private void assertNoErrors() {
    assertThat(List.copyOf(log.list))
        // From a schedule that does not wait for the database of a test.
        .filteredOn(event -> !event.getLoggerName().contains("TaskUtils"))
        .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN)
            || event.getLevel().isGreaterOrEqual(Level.INFO) && event.getThrowableProxy() != null)
        .as("warnings, errors and traces in the log")
        .isEmpty();
    assertThat(meters.find("http.server.requests").timers())
        .extracting(timer -> timer.getId().toString())
        .filteredOn(id -> id.contains("tag(status=5"))
        .isEmpty();
  }

  private long answered() {
    return meters.find("http.server.requests").timers().stream()
        .mapToLong(Timer::count)
        .sum();
  }
}
