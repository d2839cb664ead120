package org.vigie.server.frame.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;
import org.vigie.server.frame.Lane;

/// Says by the decoded path of a request which connections to the database it uses.
///
/// Pages begin among strangers; the gates of `access` move those of signed-in people. Nothing
/// reaches the lanes of programs without a key, which the gates know from memory.
public final class LaneFilter extends OncePerRequestFilter {
  /// Look-ups are below `/api/v1/lookups`, scans and their list below `/api/v1/scans`.
  private static final List<String> SCANS = List.of("/api/v1/scans", "/api/v1/lookup", "/hma/");

  private static final List<String> WATCH = List.of("/health", "/metrics");

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    of(decodedPath(request)).enter();
    try {
      chain.doFilter(request, response);
    } finally {
      Lane.leave();
    }
  }

  private static String decodedPath(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return rest == null ? request.getServletPath() : request.getServletPath() + rest;
  }

  /// @param path decoded, as the container gives it
  static Lane of(String path) {
    if (SCANS.stream().anyMatch(path::startsWith)) {
      return Lane.SCANS;
    }
    if (WATCH.stream().anyMatch(path::startsWith)) {
      return Lane.WATCH;
    }
    return path.startsWith("/api/") ? Lane.CALLS : Lane.STRANGERS;
  }
}
