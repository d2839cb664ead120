package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.vigie.server.frame.ErrorAnswers;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemType;

/// Answers programs that are refused before any handler has run.
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final ErrorAnswers answers;

  Refusals(ErrorAnswers answers) {
    this.answers = answers;
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

  /// Answers a program whose key has expired, if its secret is right.
  void refuseExpired(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    write(request, response, KeyProblems.EXPIRED, KeyProblems.ASK_FOR_KEY);
  }

  void write(
      HttpServletRequest request, HttpServletResponse response, ProblemType type, String detail)
      throws IOException {
    answers.write(request, response, new Problem(type, detail));
  }
}
