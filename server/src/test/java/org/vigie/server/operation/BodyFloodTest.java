package org.vigie.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.testkit.LaunchedServer;

/// Strangers send large bodies to every kind of address of a server with a small heap: it lives,
/// and says so meanwhile.
@Tag("slow")
final class BodyFloodTest {
  private static final int PARALLEL = 64;
  private static final int MANY_CONNECTIONS = 1_000;
  private static final long LARGE = 100_000_000;
  private static final String SMALL_HEAP = "-Xmx160m";

  private static final List<String> ADDRESSES = List.of(
      "/sign-in",
      "/",
      "/account/password",
      "/banks",
      "/banks/known/imports",
      "/debugger",
      "/enrol/abc/password",
      "/flagger/notices",
      "/flagger/table",
      "/nowhere",
      "/people",
      "/policy/edit",
      "/report",
      "/report/notices",
      "/report/state",
      "/sign-in/passkey",
      "/api/v1/evidence",
      "/api/v1/scans",
      "/api/v1/lookups",
      "/%61pi/v1/scans",
      "//api/v1/scans",
      "/hma/h/hash",
      "/hma/c/banks");

  @TempDir
  private static Path root;

  private static LaunchedServer server;

  /// Each flood that a server survives leaves it as it was, so one serves for both.
  @BeforeAll
  static void start() throws IOException {
    server = LaunchedServer.startWith(SMALL_HEAP, root.resolve("data"));
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void largeBodies_ofStrangersEverywhere_leaveTheServerAlive() throws Exception {
    for (String address : ADDRESSES) {
      flood(server, address);
      assertThat(health(server)).as("after %s", address).isEqualTo(200);
    }
    assertThat(server.isAlive()).isTrue();
  }

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void connections_manyWithHalfAForm_leaveTheServerAlive() throws Exception {
    List<Socket> open = new ArrayList<>();
    for (int number = 0; number < MANY_CONNECTIONS; number++) {
      open.add(halfAForm(server));
    }
    for (Socket each : open) {
      each.close();
    }
    assertThat(health(server)).isEqualTo(200);
    assertThat(server.isAlive()).isTrue();
  }

  private static Socket halfAForm(LaunchedServer server) throws IOException {
    Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), server.address("/").getPort());
    write(
        socket.getOutputStream(),
        "POST /sign-in HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 65000\r\n\r\nemail="
            + "x".repeat(30_000));
    return socket;
  }

  /// Sends as many as 64 at once, half of them announced and half in chunks, and asks for health
  /// meanwhile.
  private static void flood(LaunchedServer server, String address) throws Exception {
    try (ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int number = 0; number < PARALLEL; number++) {
        boolean announced = number % 2 == 0;
        all.add(strangers.submit(() -> post(server, address, announced)));
      }
      assertThat(health(server)).as("during %s", address).isEqualTo(200);
      for (Future<?> each : all) {
        each.get();
      }
    }
  }

  /// Sends a form until the server has enough of it; false if it took all.
  private static boolean post(LaunchedServer server, String address, boolean announced)
      throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), server.address("/").getPort())) {
      socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
      OutputStream out = socket.getOutputStream();
      write(
          out,
          "POST " + address + " HTTP/1.1\r\nHost: localhost\r\n"
              + "Content-Type: multipart/form-data; boundary=b\r\n"
              + (announced ? "Content-Length: " + LARGE : "Transfer-Encoding: chunked")
              + "\r\n\r\n");
      part(out, "--b\r\nContent-Disposition: form-data; name=email\r\n\r\n", announced);
      String piece = "x".repeat(65_536);
      for (long sent = 0;
          sent < LARGE && socket.getInputStream().available() == 0;
          sent += piece.length()) {
        part(out, piece, announced);
      }
      return socket.getInputStream().read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void part(OutputStream out, String text, boolean announced) throws IOException {
    write(out, announced ? text : Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static int health(LaunchedServer server) throws IOException {
    HttpURLConnection call =
        (HttpURLConnection) server.address("/health/ready").toURL().openConnection();
    call.setConnectTimeout(10_000);
    call.setReadTimeout(10_000);
    return call.getResponseCode();
  }
}
