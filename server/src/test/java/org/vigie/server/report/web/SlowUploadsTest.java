package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.vigie.server.ServerTest;

/// Slow uploads from several networks, on real connections: each loopback address is one.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(
    properties = {
      "vigie.report.quota.network=1MB",
      "vigie.report.quota.strangers=2MB",
      "vigie.edge.body-memory=8MB"
    })
final class SlowUploadsTest {
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([a-z_]+)\" value=\"([^\"]*)\"");
  private static final String ANSWERS =
      "reason=child-abuse&category=grooming&surface=public&link=https://c.example/1";

  private final int port;
  private final JdbcClient jdbc;
  private final FormGate gate;
  private final MeterRegistry meters;
  private final List<Socket> open = new ArrayList<>();

  @Autowired
  SlowUploadsTest(@LocalServerPort int port, JdbcClient jdbc, FormGate gate, MeterRegistry meters) {
    this.port = port;
    this.jdbc = jdbc;
    this.gate = gate;
    this.meters = meters;
  }

  @BeforeEach
  void forget() {
    jdbc.sql("delete from report.throttle").update();
    jdbc.sql("delete from report.upload_quota").update();
  }

  @AfterEach
  void close() throws IOException {
    for (Socket each : open) {
      each.close();
    }
    await().until(() -> gate.uploads().taken() == 0);
  }

  private Socket connect(String from) throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.setSoTimeout(30_000);
    open.add(socket);
    return socket;
  }

  private String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /// Returns the form as a browser sends it, up to the end of its files.
  private String form(String from, String explanation) throws IOException {
    Socket page = connect(from);
    write(
        page,
        "POST /report/send HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + ANSWERS.length() + "\r\n\r\n" + ANSWERS);
    StringBuilder body = new StringBuilder();
    Matcher hidden = HIDDEN.matcher(answer(page));
    while (hidden.find()) {
      body.append(field(hidden.group(1), hidden.group(2)));
    }
    return body + field("explanation", explanation) + field("good_faith", "true");
  }

  private static String field(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private static String file(String content) {
    return "--b\r\nContent-Disposition: form-data; name=\"attachments\"; filename=\"a\"\r\n"
        + "Content-Type: application/octet-stream\r\n\r\n" + content;
  }

  private static String head(int length) {
    return "POST /report/notices HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + "Accept-Language: en\r\nContent-Type: multipart/form-data; boundary=b\r\n"
        + "Content-Length: " + length + "\r\n\r\n";
  }

  private String send(String from, String body) throws IOException {
    Socket socket = connect(from);
    write(socket, head(body.length()) + body);
    return answer(socket);
  }

  /// Starts a file and sends nothing more.
  private Socket begin(String from, String explanation) throws IOException {
    Socket socket = connect(from);
    String body = form(from, explanation) + file("first bytes");
    write(socket, head(body.length() + 1_000_000) + body);
    return socket;
  }

  @Test
  void twelveSlowUploadsFromFourNetworks_blockNoOtherReporter() throws IOException {
    for (int each = 0; each < 12; each++) {
      begin("127.0.1." + (1 + each / 3), "Slow " + each);
    }
    await().until(() -> gate.uploads().taken() == 12);

    String text = form("127.0.1.1", "Without a file.") + "--b--\r\n";
    assertThat(send("127.0.1.1", text)).startsWith("HTTP/1.1 303");
    String own = form("127.0.1.1", "One too many.") + file("x") + "\r\n--b--\r\n";
    assertThat(send("127.0.1.1", own))
        .startsWith("HTTP/1.1 429")
        .contains("too many people are sending files", "One too many.");
    for (int other = 1; other <= 4; other++) {
      String from = "127.0.2." + other;
      String with = form(from, "With a file.") + file("content " + other) + "\r\n--b--\r\n";
      assertThat(send(from, with)).as(from).startsWith("HTTP/1.1 303");
    }
  }

  /// An eighth of a file reserves all of it.
  @Test
  void bodies_ofStrangers_leaveHalfOfTheMemoryToOthers() throws IOException {
    announce("127.0.5.1");
    await().until(() -> held() > 3_000_000);
    assertThat(answer(announce("127.0.5.2")))
        .startsWith("HTTP/1.1 429")
        .contains("too many people are sending files");
    assertThat(held()).isLessThan(4_000_000);
  }

  private double held() {
    return meters.get("vigie.bodies.held").gauge().value();
  }

  /// Announces 3 MB and sends a part.
  private Socket announce(String from) throws IOException {
    Socket socket = connect(from);
    String body = form(from, "Large") + file("x".repeat(500_000));
    write(socket, head(body.length() + 2_500_000) + body);
    return socket;
  }

  @Test
  void upload_thatLosesItsSlot_getsThePageBackWithWhatWasTyped() throws IOException {
    List<Socket> slow = new ArrayList<>();
    for (int each = 0; each < 12; each++) {
      slow.add(begin("127.0.1." + (1 + each / 3), "Slow " + each));
      int taken = each + 1;
      await().until(() -> gate.uploads().taken() == taken);
    }
    Socket first = slow.getFirst();
    begin("127.0.3.1", "Newcomer");
    await().until(() -> gate.uploads().taken() == 12);
    write(first, "x".repeat(999_983) + "\r\n--b--\r\n--------");

    assertThat(answer(first))
        .startsWith("HTTP/1.1 429")
        .contains("too many people are sending files", "Slow 0");
  }

  @Test
  void files_overTheQuotaOfADay_areLeftOutAndTheReportIsTaken() throws IOException {
    String half = "x".repeat(600_000);
    String one = form("127.0.4.1", "First.") + file(half) + "\r\n--b--\r\n";
    assertThat(send("127.0.4.1", one)).startsWith("HTTP/1.1 303").doesNotContain("without=files");
    String two = form("127.0.4.1", "Second.") + file(half) + "\r\n--b--\r\n";
    String answer = send("127.0.4.1", two);
    assertThat(answer).startsWith("HTTP/1.1 303").contains("?without=files");
    assertThat(
            jdbc.sql("select count(*) from report.notice n join report.attachment using (notice_id)"
                    + " where explanation = 'Second.'")
                .query(Integer.class)
                .single())
        .isZero();
    Socket receipt = connect("127.0.4.1");
    String path = answer.replaceAll("(?s).*Location: (?:http://[^/]+)?(\\S+).*", "$1");
    write(
        receipt,
        "GET " + path
            + " HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\nConnection: close\r\n\r\n");
    assertThat(answer(receipt)).contains("Your report was taken, but without its files");

    for (int other = 2; other <= 4; other++) {
      String from = "127.0.4." + other;
      String more = form(from, "Other " + other) + file(half) + "\r\n--b--\r\n";
      boolean kept = other < 4;
      assertThat(send(from, more).contains("without=files"))
          .as("all strangers together have 2 MB: network %d", other)
          .isEqualTo(!kept);
    }
    assertThat(jdbc.sql("select count(*) from report.upload_quota")
            .query(Integer.class)
            .single())
        .as("a digest of each network that sent, and of all")
        .isEqualTo(4);
    assertThat(jdbc.sql("select q::text from report.upload_quota q")
            .query(String.class)
            .list())
        .noneMatch(row -> row.contains("127.0.4"));
  }
}
