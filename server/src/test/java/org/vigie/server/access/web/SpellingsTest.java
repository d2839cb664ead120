package org.vigie.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.MatchedPath;

/// No spelling of a path gets a stranger past a gate, on real connections.
@ServerTest
@Import(SpellingsTest.NoHandlerRuns.class)
@TestPropertySource(
    properties = {"vigie.access.hma-from-local=false", "vigie.edge.stranger-share=100"})
final class SpellingsTest {
  private static final int REACHED = 299;
  private static final int NOT_FOUND = 404;
  private static final String ID = "00000000-0000-4000-8000-000000000009";

  private final int port;
  private final RequestMappingHandlerMapping mapping;

  @Autowired
  SpellingsTest(
      @LocalServerPort int port,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    this.port = port;
    this.mapping = mapping;
  }

  /// Answers in the place of each handler that a caller has reached.
  @TestConfiguration(proxyBeanMethods = false)
  static class NoHandlerRuns implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry
          .addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler) {
              boolean guarded = handler instanceof HandlerMethod method
                  && method.hasMethodAnnotation(Requires.class);
              response.setStatus(guarded ? REACHED : NOT_FOUND);
              return false;
            }
          })
          .order(Integer.MAX_VALUE);
    }
  }

  private record Call(String method, String path) {}

  /// Spellings of a path that some reader may treat as equal.
  private static Stream<String> spellings(String path) {
    String first = path.substring(1, 2);
    String escaped = "%" + Integer.toHexString(first.charAt(0));
    return Stream.of(
        "/" + escaped + path.substring(2),
        "/%25" + Integer.toHexString(first.charAt(0)) + path.substring(2),
        "/" + path,
        "/." + path,
        "/x/.." + path,
        "/x/%2e%2e" + path,
        path + "/",
        path + ";x=y",
        path.replaceFirst("^/([^/]+)", "/$1;x=y"),
        path.replaceFirst("(.)/", "$1%2F"),
        path.replaceFirst("(.)/", "$1//"),
        path.replaceFirst("(.)/", "$1/./"),
        path.replace('/', '\\').replaceFirst("^.", "/"),
        path.toUpperCase(Locale.ROOT),
        path + "%00",
        path + "%20",
        path + ".json");
  }

  private List<Call> guarded() {
    List<Call> all = new ArrayList<>();
    mapping.getHandlerMethods().forEach((how, handler) -> {
      if (handler.hasMethodAnnotation(Requires.class)) {
        how.getPatternValues()
            .forEach(path -> how.getMethodsCondition()
                .getMethods()
                .forEach(method ->
                    all.add(new Call(method.name(), path.replaceAll("\\{[^}]*\\}", ID)))));
      }
    });
    assertThat(all).hasSizeGreaterThan(100);
    return all.stream().filter(call -> call.path().length() > 1).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "multipart/form-data; boundary=b"})
  void guardedHandler_inAnySpelling_isNotReachedByAStranger(String type) throws IOException {
    for (Call call : guarded()) {
      for (String path : spellings(call.path()).toList()) {
        assertThat(status(call.method(), path, type))
            .as("%s %s", call.method(), path)
            .isNotIn("" + REACHED, "200", "201", "204", "500");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/scans", "/hma/h/hash", "/metrics", "/people"})
  void path_inSpellingsThatHandlersTake_isTheSameToEveryGate(String path) {
    assertThat(spellings(path).limit(1).map(MatchedPath::of).map(MatchedPath::text))
        .containsOnly(path);
    assertThat(spellings(path).skip(2).limit(7).map(MatchedPath::of).map(MatchedPath::text))
        .containsOnly(path);
  }

  private String status(String method, String path, String type) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                  + "X-Forwarded-For: 192.0.2.9\r\nContent-Type: " + type
                  + "\r\nContent-Length: 2\r\n\r\n{}")
              .getBytes(StandardCharsets.US_ASCII));
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readNBytes(12), StandardCharsets.US_ASCII).substring(9);
      }
    }
  }
}
