package org.vigie.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A bank of generated members on a server, each with a PDQ signal and an MD5, and requests of a
/// program that may look them up.
final class BenchBank {
  private static final String BANKS = "/api/v1/banks";
  private static final String NAME = "BENCH";

  /// Members in one file: as the bank is large, several files stay below the server's usual
  /// limit of a body.
  private static final int PART = 250_000;

  private static final int DIGEST_DIGITS = 32;
  private static final String BOUNDARY = "a7f3c1e9-vigie-bench";
  private static final Pattern STATE = Pattern.compile("\"state\":\"([a-z]+)\"");

  private final SignalWorld world;
  private final BenchServer server;
  private final String key;
  private final double importSeconds;
  private final AtomicLong scans = new AtomicLong();

  private BenchBank(SignalWorld world, BenchServer server) throws Exception {
    this.world = world;
    this.server = server;
    this.key = server.addKey("scan,banks-write");
    awaitKey();
    create();
    long start = System.nanoTime();
    for (int from = 0; from < world.size(); from += PART) {
      importPart(from, Math.min(from + PART, world.size()));
    }
    awaitMember(world.size() - 1);
    this.importSeconds = (System.nanoTime() - start) / 1e9;
  }

  /// Makes the bank, and returns when its last member is found.
  static BenchBank importing(SignalWorld world, BenchServer server) throws Exception {
    return new BenchBank(world, server);
  }

  /// Returns how long it took from the first file that was sent until the last member was found.
  double importSeconds() {
    return importSeconds;
  }

  /// Returns the MD5 of a member; of no member for a negative number.
  String digest(int number) {
    return world.signal(number).text().substring(0, DIGEST_DIGITS);
  }

  /// Returns a request that shows the key.
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.uri(path)).header("Authorization", "Bearer " + key);
  }

  /// Returns a request for a scan, under an idempotency key that no other has.
  ///
  /// @param form of [#form]
  HttpRequest scan(byte[] form) {
    return request("/api/v1/scans")
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .header("Idempotency-Key", "bench-" + scans.getAndIncrement())
        .POST(BodyPublishers.ofByteArray(form))
        .build();
  }

  /// Returns the body of a request for a scan.
  static byte[] form(byte[] media) {
    ByteArrayOutputStream form = new ByteArrayOutputStream(media.length + 512);
    form.writeBytes(ascii(part("submission", "application/json") + "{\"surface\":\"public\"}\r\n"));
    form.writeBytes(ascii(part("media", "application/octet-stream")));
    form.writeBytes(media);
    form.writeBytes(ascii("\r\n--" + BOUNDARY + "--\r\n"));
    return form.toByteArray();
  }

  private static String part(String name, String type) {
    return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
        + "\"; filename=\"" + name + "\"\r\nContent-Type: " + type + "\r\n\r\n";
  }

  /// A new key counts within half a second.
  private void awaitKey() throws IOException, InterruptedException {
    while (server.send(request(BANKS).GET().build()).statusCode() != 200) {
      Thread.sleep(50);
    }
  }

  private void create() throws IOException, InterruptedException {
    String bank = "{\"name\":\"" + NAME + "\",\"category\":\"consumer-information\"}";
    send(request(BANKS)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(bank)));
  }

  private void importPart(int from, int to) throws IOException, InterruptedException {
    HttpResponse<String> started = send(request(BANKS + "/" + NAME + "/imports")
        .header("Content-Type", "text/csv")
        .POST(BodyPublishers.ofByteArray(csv(from, to))));
    String place = started.headers().firstValue("Location").orElseThrow();
    String state = state(started.body());
    while (state.equals("queued") || state.equals("running")) {
      Thread.sleep(100);
      state = state(send(request(place).GET()).body());
    }
    if (!state.equals("done")) {
      throw new IllegalStateException("an import ended as " + state);
    }
  }

  private static String state(String answer) {
    Matcher state = STATE.matcher(answer);
    if (!state.find()) {
      throw new IllegalStateException("an import has no state: " + answer);
    }
    return state.group(1);
  }

  private byte[] csv(int from, int to) {
    StringBuilder rows = new StringBuilder("signal_type,value,member\n");
    for (int number = from; number < to; number++) {
      String signal = world.signal(number).text();
      rows.append("pdq,").append(signal).append(",m").append(number).append('\n');
      rows.append("md5,").append(digest(number)).append(",m").append(number).append('\n');
    }
    return ascii(rows.toString());
  }

  /// The index follows the database, within a second if all is well.
  private void awaitMember(int number) throws IOException, InterruptedException {
    String wanted = "{\"signals\":[{\"type\":\"md5\",\"value\":\"" + digest(number) + "\"}]}";
    while (!send(lookup(wanted)).body().contains("\"member\"")) {
      Thread.sleep(20);
    }
  }

  /// Returns a request for a look-up.
  HttpRequest.Builder lookup(String body) {
    return request("/api/v1/lookups")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(ascii(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> response = server.send(request.build());
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException("status " + response.statusCode() + ": " + response.body());
    }
    return response;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
