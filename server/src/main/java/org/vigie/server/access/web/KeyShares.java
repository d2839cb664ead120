package org.vigie.server.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.vigie.server.frame.CallPlaces;
import org.vigie.server.frame.ErrorAnswers;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemType;

/// Carries only a share of the calls at a time for one key, and a small one for all calls without
/// a valid key. It runs after [KeyFilter], which knows the caller, and before the body is read.
final class KeyShares extends OncePerRequestFilter {
  private static final long RETRY_AFTER_SECONDS = 1;

  private final CallPlaces places;
  private final ErrorAnswers answers;

  KeyShares(CallPlaces places, ErrorAnswers answers) {
    this.places = places;
    this.answers = answers;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !ErrorAnswers.isForPrograms(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<CallPlaces.Held> place = places.take(caller());
    if (place.isEmpty()) {
      refuse(request, response);
      return;
    }
    try (CallPlaces.Held _ = place.get()) {
      chain.doFilter(request, response);
    }
  }

  private static Optional<String> caller() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known instanceof CallerAuthentication caller
        ? Optional.of(caller.getName())
        : Optional.empty();
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Problem problem = new Problem(
        ProblemType.TOO_MANY_REQUESTS,
        "This caller has its share of the calls that are under way; nothing of this one was read.");
    answers.write(request, response, problem.retryAfter(RETRY_AFTER_SECONDS));
  }
}
