package org.vigie.server.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.vigie.server.frame.Json;
import tools.jackson.databind.JsonNode;

/// A messenger that verifies and answers deliveries as `docs/formats/webhook.md` asks for, and
/// remembers what it did.
final class RecordingReceiver implements AutoCloseable {
  private static final long WINDOW = 300;

  private final HttpServer server;
  private final String secret;
  private final Set<String> deliveries = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final List<Act> acts = new CopyOnWriteArrayList<>();
  private volatile Mood mood = Mood.WELL;

  /// How it answers.
  enum Mood {
    WELL,
    /// It does nothing, and answers that it failed.
    FAILING,
    /// It acts, and its answer is lost.
    SILENT
  }

  /// Something that it did.
  record Act(String direction, String kind, String account, String text) {}

  RecordingReceiver(String secret) {
    this.secret = secret;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/vigie", this::receive);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/vigie";
  }

  void is(Mood now) {
    mood = now;
  }

  /// Returns what it did to an account and its messages, in order: `apply ban-account`.
  List<String> actsOn(String account) {
    return acts.stream()
        .filter(act -> act.account().equals(account))
        .map(act -> act.direction() + " " + act.kind())
        .toList();
  }

  /// Returns what it told an account.
  List<String> told(String account) {
    return acts.stream()
        .filter(act -> act.account().equals(account) && act.kind().equals("notify"))
        .map(Act::text)
        .toList();
  }

  /// Returns how often it was asked for each action, by idempotency key.
  Map<String, Integer> asked() {
    return asked;
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (!isOurs(exchange, body)) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      if (mood == Mood.FAILING) {
        exchange.sendResponseHeaders(500, -1);
        return;
      }
      act(Json.strict().readTree(body));
      if (mood == Mood.WELL) {
        exchange.sendResponseHeaders(204, -1);
      }
    }
  }

  private void act(JsonNode action) {
    if (asked.merge(action.path("key").stringValue(), 1, Integer::sum) == 1) {
      acts.add(new Act(
          action.path("direction").stringValue(),
          action.path("kind").stringValue(),
          action.path("subject").path("account").stringValue(),
          action.path("text").asString("")));
    }
  }

  private boolean isOurs(HttpExchange exchange, byte[] body) {
    String delivery = exchange.getRequestHeaders().getFirst("Vigie-Delivery");
    String timestamp = exchange.getRequestHeaders().getFirst("Vigie-Timestamp");
    String signature = exchange.getRequestHeaders().getFirst("Vigie-Signature");
    long age = Instant.now().getEpochSecond() - Long.parseLong(timestamp);
    return MessageDigest.isEqual(
            signature.getBytes(US_ASCII),
            signature(timestamp + "." + delivery + ".", body).getBytes(US_ASCII))
        && Math.abs(age) <= WINDOW
        && deliveries.add(delivery);
  }

  private String signature(String start, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      mac.update(start.getBytes(US_ASCII));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
