package org.vigie.server.frame.failing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers exceptions of filters that the caller caused: an unreadable form, a body that is too
/// large or too slow, a lost connection. Otherwise the container would log and count them as
/// failures of the server. Exceptions from defects of Vigie pass through.
public final class FailedFilters extends OncePerRequestFilter {
  private final FailedRequests failures;

  public FailedFilters(FailedRequests failures) {
    this.failures = failures;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException e) {
      if (!failures.isOfTheCaller(e)) {
        throw e;
      }
      failures.resolveException(request, response, null, e);
    }
  }
}
