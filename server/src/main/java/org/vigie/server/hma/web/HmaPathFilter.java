package org.vigie.server.hma.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.vigie.server.frame.MatchedPath;

/// Reads several slashes in a row as one, in paths of HMA's interface and in no other.
///
/// Clients of HMA put `/m/lookup` after a base URL, which may end in a slash, as the one built
/// into Coop does. Everything else sees the path with single slashes, the gates and limits
/// included: this comes before all of them, and the path is matched once more as if it had been
/// sent so. It changes nothing but the number of slashes, and leaves alone a path that a reader
/// could understand in two ways: one with a dot segment, a parameter, a backslash, or with any of
/// `/ \ . ; %` encoded. Those are refused further on, as everywhere.
final class HmaPathFilter extends OncePerRequestFilter {
  private static final Pattern AMBIGUOUS =
      Pattern.compile("(?i)[;\\\\]|%2f|%5c|%2e|%3b|%25|/\\.{1,2}(?:/|$)");
  private static final Pattern SLASHES = Pattern.compile("//+");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    chain.doFilter(needsIt(path) ? withSingleSlashes(request, path) : request, response);
  }

  private static boolean needsIt(String path) {
    return path.contains("//")
        && !AMBIGUOUS.matcher(path).find()
        && MatchedPath.of(path).isForHma();
  }

  private static HttpServletRequest withSingleSlashes(HttpServletRequest request, String path) {
    String single = SLASHES.matcher(path).replaceAll("/");
    return new HttpServletRequestWrapper(request) {
      @Override
      public String getRequestURI() {
        return single;
      }
    };
  }
}
