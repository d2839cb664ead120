package org.vigie.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.access.People;
import org.vigie.server.access.Role;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.access.people.Enrolments;
import org.vigie.testkit.Eventually;

/// Only a signed-in list manager, on the page of imports, may send a file that is larger than forms
/// are, on real connections. Files of imports go to disk; everything else counts as memory of
/// bodies.
final class ImportSpaceTest extends EnrolledPeople {
  private static final String BANK = "SPACE";
  private static final String IMPORTS = "/banks/" + BANK + "/imports";
  private static final String FILES = "multipart/form-data; boundary=b";
  private static final String FIELDS = "application/x-www-form-urlencoded";
  private static final int LARGE = 3_000_000;

  private final MeterRegistry meters;

  @LocalServerPort
  private int port;

  @Autowired
  ImportSpaceTest(
      MockMvc http, Enrolments enrolments, People people, JdbcClient jdbc, MeterRegistry meters) {
    super(http, enrolments, people, jdbc);
    this.meters = meters;
  }

  @BeforeEach
  void createABank() throws Exception {
    if (jdbc.sql("select count(*) from bank.bank").query(Integer.class).single() == 0) {
      http.perform(post("/api/v1/banks")
              .with(TestCallers.key(Scope.BANKS_WRITE))
              .contentType(MediaType.APPLICATION_JSON)
              .content("{\"name\":\"" + BANK + "\",\"category\":\"terrorist-content\"}"))
          .andExpect(status().isCreated());
    }
  }

  /// A connection of a person's browser.
  private Socket begin(TestBrowser browser, String path, String type, int length) throws Exception {
    String token = TestBrowser.between(browser.open("/account"), "name=\"_csrf\" value=\"", "\"");
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(30_000);
    send(
        socket,
        "POST " + path + "?_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
            + "\r\nContent-Length: " + length + "\r\nCookie: session="
            + browser.cookie("session").getValue() + "; form="
            + browser.cookie("form").getValue()
            + "\r\n\r\n");
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private double held() {
    return meters.get("vigie.bodies.held").gauge().value();
  }

  private static String form() {
    String rows = IntStream.range(0, LARGE / 36)
        .mapToObj("md5,%032x\n"::formatted)
        .collect(Collectors.joining("", "signal_type,value\n", ""));
    return "--b\r\nContent-Disposition: form-data; name=file; filename=list.csv\r\n\r\n" + rows
        + "\r\n--b--\r\n";
  }

  @Test
  void listManager_sendsALargeFileToThePageOfImports_withoutTheMemoryOfBodies() throws Exception {
    Enrolled manager = enrol("lists@example.org", Role.LIST_MANAGER);
    String form = form();
    try (Socket socket = begin(manager.browser(), IMPORTS, FILES, form.length())) {
      send(socket, form.substring(0, LARGE / 2));
      assertThat(held()).isLessThan(LARGE / 10.0);
      send(socket, form.substring(LARGE / 2));
      assertThat(answer(socket))
          .startsWith("HTTP/1.1 303")
          .containsPattern("Location: " + IMPORTS + "/\\d+\r\n");
    }
  }

  @Test
  void listManager_sendsALargeBodyElsewhere_isRefusedUnread() throws Exception {
    Enrolled manager = enrol("elsewhere@example.org", Role.LIST_MANAGER);
    try (Socket socket = begin(manager.browser(), "/banks", FILES, LARGE)) {
      assertThat(socket.getInputStream().readNBytes(12))
          .asString(StandardCharsets.US_ASCII)
          .isEqualTo("HTTP/1.1 413");
    }
  }

  /// The answer comes before anything of the body has been sent.
  @Test
  void reviewer_whoMayNotImport_isRefusedUnread() throws Exception {
    Enrolled reviewer = enrol("reviewer@example.org", Role.REVIEWER);
    try (Socket socket = begin(reviewer.browser(), IMPORTS, FILES, LARGE)) {
      assertThat(socket.getInputStream().readNBytes(12))
          .asString(StandardCharsets.US_ASCII)
          .isEqualTo("HTTP/1.1 403");
    }
  }

  @Test
  void fields_sentToThePageOfImports_countAsMemory() throws Exception {
    Enrolled manager = enrol("fields@example.org", Role.LIST_MANAGER);
    int length = 1_000_000;
    try (Socket socket = begin(manager.browser(), IMPORTS, FIELDS, length)) {
      send(socket, "x".repeat(length / 2));
      Eventually.holds(() -> held() >= length / 2.0);
      send(socket, "x".repeat(length / 2));
      assertThat(answer(socket)).startsWith("HTTP/1.1 4");
    }
    Eventually.holds(() -> held() == 0);
  }
}
