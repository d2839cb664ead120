package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.vigie.server.frame.ProblemType;
import tools.jackson.databind.json.JsonMapper;

/// Tells programs, before any handler has run, why they are not let in.
///
/// Under `/hma` as HMA does, `{"message": …}`; elsewhere as a problem document.
public final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
  static final RequestMatcher HMA = PathPatternRequestMatcher.withDefaults().matcher("/hma/**");

  private final JsonMapper json;

  public Refusals(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    refuseKey(request, response, "Send an API key: Authorization: Bearer vigie_...");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    write(request, response, ProblemType.FORBIDDEN, "The key does not have the scope for it.");
  }

  void refuseKey(HttpServletRequest request, HttpServletResponse response, String detail)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    write(request, response, ProblemType.UNAUTHENTICATED, detail);
  }

  void write(
      HttpServletRequest request, HttpServletResponse response, ProblemType type, String detail)
      throws IOException {
    boolean hma = HMA.matches(request);
    response.setStatus(type.status().value());
    response.setContentType(
        hma ? MediaType.APPLICATION_JSON_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(json.writeValueAsBytes(hma ? Map.of("message", detail) : problem(type, detail)));
  }

  private static Map<String, Object> problem(ProblemType type, String detail) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", type.uri().toString());
    members.put("title", type.title());
    members.put("status", type.status().value());
    members.put("detail", detail);
    return members;
  }
}
