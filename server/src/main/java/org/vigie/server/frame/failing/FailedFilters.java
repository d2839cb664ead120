package org.vigie.server.frame.failing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers what filters throw for a reason that lies with the caller: a form that cannot be read,
/// a body that is too large or too slow, a connection that is gone. Else the container would log
/// it as a failure of the server, and count it as one. A defect of Vigie's own goes on.
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
