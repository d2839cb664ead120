package org.vigie.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Unfinished uploads from the network of these tests, which use up its slots for files.
final class HeldUploads implements AutoCloseable {
  private static final String BEGIN = """
      POST /report/notices HTTP/1.1\r
      Host: localhost\r
      Content-Type: multipart/form-data; boundary=b\r
      Content-Length: 1000000\r
      \r
      --b\r
      Content-Disposition: form-data; name="attachments"; filename="a"\r
      Content-Type: application/octet-stream\r
      \r
      first bytes""";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<Socket> open = new ArrayList<>();

  /// Holds so many that the next one is refused.
  static HeldUploads untilRefused() throws IOException, InterruptedException {
    HeldUploads held = new HeldUploads();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isRefused()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("files are still taken");
      }
      held.begin();
    }
    return held;
  }

  /// Returns the server's IPv4 address, so that all senders come from one network.
  static String address() {
    return RunningVigie.instance().address().replace("localhost", "127.0.0.1");
  }

  private static boolean isRefused() throws IOException, InterruptedException {
    byte[] bytes = {1};
    HttpRequest form = HttpRequest.newBuilder(URI.create(address() + "/report/notices"))
        .header("Content-Type", Upload.TYPE)
        .POST(new Upload()
            .with("name=\"reason\"", "text/plain", "scam".getBytes(StandardCharsets.US_ASCII))
            .with("name=\"attachments\"; filename=\"a\"", "application/octet-stream", bytes)
            .publisher())
        .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(form, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 429 && answer.body().contains("attachments-error");
    }
  }

  private void begin() throws IOException {
    URI server = URI.create(address());
    Socket socket = new Socket(server.getHost(), server.getPort());
    open.add(socket);
    OutputStream out = socket.getOutputStream();
    out.write(BEGIN.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }
}
