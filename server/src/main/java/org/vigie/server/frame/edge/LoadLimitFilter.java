package org.vigie.server.frame.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;
import org.vigie.server.frame.ErrorAnswers;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemType;

/// Admits a fixed number of calls of programs at a time, and refuses the others before reading
/// them. So admitted calls stay fast, memory is bounded, and people can still open their pages.
public final class LoadLimitFilter extends OncePerRequestFilter {
  private static final long RETRY_AFTER_SECONDS = 1;

  private final Semaphore places;
  private final ErrorAnswers answers;
  private final Counter refused;

  /// @param calls the most calls at a time
  public LoadLimitFilter(int calls, ErrorAnswers answers, MeterRegistry meters) {
    this.places = new Semaphore(calls);
    this.answers = answers;
    this.refused = Counter.builder("vigie.calls.refused")
        .description("Calls refused as too many were under way")
        .register(meters);
    Gauge.builder("vigie.calls.active", places, free -> calls - free.availablePermits())
        .description("Calls of programs that are under way")
        .register(meters);
    Gauge.builder("vigie.calls.limit", () -> calls)
        .description("Calls of programs that are carried at a time")
        .register(meters);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !ErrorAnswers.isForPrograms(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!places.tryAcquire()) {
      refuse(request, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.release();
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    refused.increment();
    Problem problem = new Problem(
        ProblemType.TOO_MANY_REQUESTS,
        "As many calls as this server carries are under way; nothing of this one was read.");
    answers.write(request, response, problem.retryAfter(RETRY_AFTER_SECONDS));
  }
}
