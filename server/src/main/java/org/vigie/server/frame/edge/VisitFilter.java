package org.vigie.server.frame.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.vigie.server.frame.Problem;

/// Makes requests wait for a place among [Visits], and releases it.
public final class VisitFilter extends OncePerRequestFilter {
  private static final String VISIT = Visit.class.getName();

  private final Visits visits;
  private final Refusal refusal;

  public VisitFilter(Visits visits, Refusal refusal) {
    this.visits = visits;
    this.refusal = refusal;
  }

  /// The answer to a visitor who has to come back later.
  @FunctionalInterface
  public interface Refusal {
    void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
        throws IOException;
  }

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
      if (enters(request, visit)) {
        chain.doFilter(request, visit);
      }
    } finally {
      visit.end();
    }
  }

  /// Returns false if the visitor was refused.
  private boolean enters(HttpServletRequest request, Visit visit)
      throws IOException, ServletException {
    try {
      visits.enterEarly(request, visit);
      return true;
    } catch (Visits.CrowdedException crowded) {
      refusal.write(request, visit, crowded.problem());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServletException("interrupted while others had their turn", e);
    }
  }
}
