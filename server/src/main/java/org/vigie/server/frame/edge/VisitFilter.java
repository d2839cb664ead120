package org.vigie.server.frame.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets each request give back the place that [Visits] gave it.
public final class VisitFilter extends OncePerRequestFilter {
  private static final String VISIT = Visit.class.getName();

  /// Returns the visit of a request.
  static Visit of(HttpServletRequest request) {
    return (Visit) request.getAttribute(VISIT);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Visit visit = new Visit(response);
    request.setAttribute(VISIT, visit);
    try {
      chain.doFilter(request, visit);
    } finally {
      visit.end();
    }
  }
}
