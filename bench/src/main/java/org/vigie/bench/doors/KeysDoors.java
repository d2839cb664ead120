package org.vigie.bench.doors;

import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.vigie.bench.BenchServer;

/// The doors that one API key opens.
final class KeysDoors {
  private static final String KEY = "key";
  private static final String SCANS = "/api/v1/scans";
  private static final String LOOKUPS = "/api/v1/lookups";

  private static final int SLOW_BODIES = 64;
  private static final int SLOW_STEPS = 200;
  private static final int BOMBS = 24;
  private static final int BODIES = 64;
  private static final int BODY_DEPTH = 900_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BenchServer server;
  private final String key;

  /// @param key of the caller who does harm, not of a bystander
  KeysDoors(BenchServer server, String key) {
    this.server = server;
    this.key = key;
  }

  List<Door> all() {
    return List.of(
        new Door("scans: slow bodies", KEY, this::scanSlowly),
        new Door("scans: picture bombs", KEY, this::scanBombs),
        new Door("look-ups: deep JSON and long numbers", KEY, this::lookUpBombs));
  }

  private void scanSlowly(Answers answers) throws InterruptedException {
    byte[] begin = new Form()
        .json("submission", "{\"surface\":\"public\"}")
        .beginFile("media")
        .begun();
    Crowd.of(SLOW_BODIES, n -> () -> {
      answers.count(scanSlowly(begin));
      return null;
    });
  }

  private String scanSlowly(byte[] begin) throws IOException {
    try (RawConnection connection = new RawConnection(1, server.port())) {
      connection.send("POST " + SCANS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
          + key + "\r\nContent-Type: " + Form.TYPE + "\r\nContent-Length: 10000000\r\n\r\n");
      connection.send(begin);
      for (int step = 0; step < SLOW_STEPS; step++) {
        connection.send(new byte[10]);
        LockSupport.parkNanos(100_000_000);
      }
      return connection.answer(PATIENCE);
    } catch (SocketException _) {
      // An outcome: the server closes connections that are too slow.
      return "closed";
    }
  }

  private void scanBombs(Answers answers) throws InterruptedException {
    byte[] tall = new Form()
        .json("submission", "{\"surface\":\"public\"}")
        .file("media", Bombs.png(1, 100_000_000))
        .whole();
    byte[] wide = new Form()
        .json("submission", "{\"surface\":\"public\"}")
        .file("media", Bombs.png(10_000, 10_000))
        .whole();
    Crowd.of(BOMBS, n -> () -> {
      answers.count(post(SCANS, Form.TYPE, n % 2 == 0 ? tall : wide));
      return null;
    });
  }

  private void lookUpBombs(Answers answers) throws InterruptedException {
    byte[] deep = Bombs.deepJson(BODY_DEPTH);
    byte[] number = Bombs.longNumber(BODY_DEPTH);
    Crowd.of(BODIES, n -> () -> {
      answers.count(post(LOOKUPS, "application/json", n % 2 == 0 ? deep : number));
      return null;
    });
  }

  private int post(String path, String type, byte[] body) throws IOException, InterruptedException {
    return server
        .send(HttpRequest.newBuilder(server.uri(path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body))
            .build())
        .statusCode();
  }
}
