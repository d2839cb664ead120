package org.vigie.server.access.web;

import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// Which requests programs make: all under `/api` and `/hma`, and `/metrics`.
final class ForPrograms {
  /// All of them. The page about the API is for people, who may be signed in.
  public static final RequestMatcher REQUESTS = new AndRequestMatcher(
      new OrRequestMatcher(path("/api/**"), path("/hma/**"), path("/metrics")),
      new NegatedRequestMatcher(path("/api/docs")));

  private ForPrograms() {}

  private static RequestMatcher path(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }
}
