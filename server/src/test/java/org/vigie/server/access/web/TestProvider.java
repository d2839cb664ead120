package org.vigie.server.access.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// An OpenID provider on this machine that takes every visitor for the account that the test
/// names. It is strict with Vigie: it wants the right client, address, secret and proof key.
///
/// Source: OpenID Connect Core 1.0 section 3.1 and Discovery 1.0; RFC 7636 for the proof key.
final class TestProvider implements AutoCloseable {
  static final String CLIENT = "vigie-of-the-test";
  static final String SECRET = "an invented secret of more than thirty-two letters";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpServer server;
  private final String callback;
  private final TestToken tokens = new TestToken();
  private final ConcurrentMap<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private volatile Map<String, Object> account = Map.of();
  private volatile TestToken.Flaw flaw = TestToken.Flaw.NONE;
  private volatile boolean down;

  /// Starts it.
  ///
  /// @param callback where it may send people back to
  TestProvider(String callback) {
    this.callback = callback;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    handle("/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery()));
    handle("/keys", exchange -> answer(exchange, 200, tokens.publicKeys()));
    handle("/authorize", this::authorize);
    handle("/token", this::token);
    server.start();
  }

  private void handle(String path, HttpHandler handler) {
    server.createContext(path, exchange -> {
      if (down) {
        answer(exchange, 503, Map.of("error", "temporarily_unavailable"));
      } else {
        handler.handle(exchange);
      }
    });
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /// Sets the account of the next visitors.
  ///
  /// @param claims the claims of their tokens
  void takeVisitorsFor(Map<String, Object> claims) {
    account = Map.copyOf(claims);
    flaw = TestToken.Flaw.NONE;
  }

  /// Makes its tokens wrong from now on.
  void spoilTokens(TestToken.Flaw kind) {
    flaw = kind;
  }

  /// Makes it answer nothing but that it is unavailable, or work again.
  void setDown(boolean isDown) {
    down = isDown;
  }

  private Map<String, Object> discovery() {
    return Map.of(
        "issuer",
        issuer(),
        "authorization_endpoint",
        issuer() + "/authorize",
        "token_endpoint",
        issuer() + "/token",
        "jwks_uri",
        issuer() + "/keys",
        "response_types_supported",
        new String[] {"code"},
        "subject_types_supported",
        new String[] {"public"},
        "id_token_signing_alg_values_supported",
        new String[] {"RS256"});
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
    boolean right = CLIENT.equals(asked.get("client_id"))
        && callback.equals(asked.get("redirect_uri"))
        && "code".equals(asked.get("response_type"))
        && "S256".equals(asked.get("code_challenge_method"))
        && Arrays.asList(asked.getOrDefault("scope", "").split(" ", -1)).contains("openid");
    if (!right) {
      answer(exchange, 400, Map.of("error", "invalid_request"));
      return;
    }
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    exchange
        .getResponseHeaders()
        .add(
            "Location",
            callback + "?code=" + code + "&state="
                + URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> sent =
        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
    Map<String, String> asked = codes.remove(sent.getOrDefault("code", ""));
    boolean right = asked != null
        && isClient(exchange)
        && callback.equals(sent.get("redirect_uri"))
        && challenge(sent.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"));
    if (right) {
      answer(exchange, 200, granted(Objects.requireNonNull(asked)));
    } else {
      answer(exchange, 400, Map.of("error", "invalid_grant"));
    }
  }

  private Map<String, Object> granted(Map<String, String> asked) {
    Map<String, Object> claims = new HashMap<>(account);
    claims.put("iss", issuer());
    claims.put("aud", CLIENT);
    claims.put("nonce", asked.getOrDefault("nonce", ""));
    return Map.of(
        "access_token",
        "worth nothing",
        "token_type",
        "Bearer",
        "expires_in",
        300,
        "id_token",
        tokens.make(claims, flaw));
  }

  private static boolean isClient(HttpExchange exchange) {
    String pair = CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
    String right =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    return right.equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static String challenge(String verifier) {
    try {
      return TestToken.encode(MessageDigest.getInstance("SHA-256")
          .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> parameters(String form) {
    return Arrays.stream(form.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(
            pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static void answer(HttpExchange exchange, int status, Map<String, Object> json)
      throws IOException {
    byte[] body = JSON.writeValueAsBytes(json);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
