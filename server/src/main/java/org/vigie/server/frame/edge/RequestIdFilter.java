package org.vigie.server.frame.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives every request an id: the caller's own if it sends a usable one. The answer, every problem
/// document and every line of the log about the request name it.
public final class RequestIdFilter extends OncePerRequestFilter {
  private static final String HEADER = "X-Request-Id";
  private static final String LOG_KEY = "request";

  private final RandomGenerator random;

  public RequestIdFilter(RandomGenerator random) {
    this.random = random;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    RequestId id = Optional.ofNullable(request.getHeader(HEADER))
        .flatMap(RequestId::parse)
        .orElseGet(() -> RequestId.next(random));
    id.nameRequest(request);
    response.setHeader(HEADER, id.value());
    try (MDC.MDCCloseable _ = MDC.putCloseable(LOG_KEY, id.value())) {
      chain.doFilter(request, response);
    }
  }
}
