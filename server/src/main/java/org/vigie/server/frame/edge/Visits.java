package org.vigie.server.frame.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.vigie.server.frame.Lane;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.frame.VisitorNetwork;
import org.vigie.server.frame.VisitorTurns;

/// Makes a few pages at a time for people who are not signed in; the others wait in [Lines], one
/// for each network, at no cost. So a crowd of strangers does not take the processor from scans
/// and people at work, and a crowd of one network does not block others.
///
/// A request with a body depends on its sender, and has its own bounds while the body is read: its
/// handler waits for its turn afterwards, as [VisitorTurns].
public final class Visits implements HandlerInterceptor, VisitorTurns {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long RETRY_AFTER_SECONDS = 2;
  private static final int LONGEST_LINE = 2_000;

  /// The line of those whom a proxy passes on without saying from where.
  private static final String UNKNOWN = "";

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Lines lines;
  private final VisitorNetwork networks;
  private final Counter refused;

  /// Asks a visitor to come back later.
  static final class CrowdedException extends RuntimeException implements ProblemCause {
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

  /// @param atOnce the most pages made at a time
  public Visits(int atOnce, VisitorNetwork networks, MeterRegistry meters) {
    this.lines = new Lines(atOnce, LONGEST_LINE);
    this.networks = networks;
    this.refused = Counter.builder("vigie.visits.refused")
        .description("Pages for strangers that were refused as too many waited")
        .register(meters);
    Gauge.builder("vigie.visits.waiting", lines, Lines::waiting)
        .description("Requests of strangers that wait for their page to be made")
        .register(meters);
  }

  /// Lets those wait who sent a session that is not one, before their page is made.
  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws InterruptedException {
    enterToRead(request, VisitFilter.of(request));
    return true;
  }

  @Override
  public void await(HttpServletRequest request) throws InterruptedException {
    enter(request, VisitFilter.of(request));
  }

  /// Makes requests without any credential wait before the gates of `access` do work.
  void enterEarly(HttpServletRequest request, Visit visit) throws InterruptedException {
    if (request.getHeader(HttpHeaders.COOKIE) == null
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
      enterToRead(request, visit);
    }
  }

  private void enterToRead(HttpServletRequest request, Visit visit) throws InterruptedException {
    if (READING.contains(request.getMethod())) {
      enter(request, visit);
    }
  }

  private void enter(HttpServletRequest request, Visit visit) throws InterruptedException {
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && Lane.current() == Lane.STRANGERS
        && !visit.hasEntered()) {
      enter(visit, networks.of(request).orElse(UNKNOWN));
    }
  }

  private void enter(Visit visit, String network) throws InterruptedException {
    if (!lines.enter(network, PATIENCE)) {
      refused.increment();
      throw new CrowdedException();
    }
    visit.hold(lines::leave);
  }
}
