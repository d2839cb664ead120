package org.vigie.server.frame.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.web.servlet.HandlerInterceptor;
import org.vigie.server.frame.Lane;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;
import org.vigie.server.frame.ProblemType;

/// Makes a few pages at a time for those who are not signed in; the others stand in line, first
/// come, first served, and cost nothing while they wait. So a crowd of strangers leaves the
/// processor to scans and to people at work.
///
/// This bounds reading only: a request with a body waits for its sender, and has bounds of its
/// own where the body is read.
public final class Visits implements HandlerInterceptor {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long RETRY_AFTER_SECONDS = 2;
  private static final int LONGEST_LINE = 2_000;
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Semaphore places;
  private final Counter refused;

  /// Tells a visitor to come back.
  private static final class CrowdedException extends RuntimeException implements ProblemCause {
    private static final long serialVersionUID = 1L;

    private CrowdedException() {
      super("too many visitors", null, false, false);
    }

    @Override
    public Problem problem() {
      return new Problem(ProblemType.BUSY, "More people want a page than Vigie can serve at once.")
          .retryAfter(RETRY_AFTER_SECONDS);
    }
  }

  /// @param atOnce how many pages are made at a time
  public Visits(int atOnce, MeterRegistry meters) {
    this.places = new Semaphore(atOnce, true);
    this.refused = Counter.builder("vigie.visits.refused")
        .description("Pages for strangers that were refused as too many waited")
        .register(meters);
    Gauge.builder("vigie.visits.waiting", places, Semaphore::getQueueLength)
        .description("Requests of strangers that wait for their page to be made")
        .register(meters);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws InterruptedException {
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && Lane.current() == Lane.STRANGERS
        && READING.contains(request.getMethod())) {
      enter(VisitFilter.of(request));
    }
    return true;
  }

  private void enter(Visit visit) throws InterruptedException {
    boolean entered = places.getQueueLength() < LONGEST_LINE
        && places.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
    if (!entered) {
      refused.increment();
      throw new CrowdedException();
    }
    visit.hold(places);
  }
}
