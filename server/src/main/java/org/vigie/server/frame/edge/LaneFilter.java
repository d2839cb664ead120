package org.vigie.server.frame.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;
import org.vigie.server.frame.Lane;
import org.vigie.server.frame.MatchedPath;

/// Says by the [MatchedPath] of a request which connections to the database it uses.
///
/// Pages begin among strangers; the gates of `access` move those of signed-in people. Nothing
/// reaches the lanes of programs without a key, which the gates know from memory.
public final class LaneFilter extends OncePerRequestFilter {
  private static final List<String> SCANS =
      List.of("/api/v1/scans", "/api/v1/lookups", "/hma/m", "/hma/h");

  private static final List<String> WATCH = List.of("/health", "/metrics");

  /// The public documents below `/api`.
  private static final List<String> DOCUMENTS = List.of("/api/docs", "/api/openapi.json");

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    of(MatchedPath.of(request)).enter();
    try {
      chain.doFilter(request, response);
    } finally {
      Lane.leave();
    }
  }

  static Lane of(MatchedPath path) {
    if (SCANS.stream().anyMatch(path::isWithin)) {
      return Lane.SCANS;
    }
    if (WATCH.stream().anyMatch(path::isWithin)) {
      return Lane.WATCH;
    }
    if (DOCUMENTS.stream().anyMatch(path::isWithin)) {
      return Lane.STRANGERS;
    }
    return path.isWithin("/api") || path.isForHma() ? Lane.CALLS : Lane.STRANGERS;
  }
}
