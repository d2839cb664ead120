package org.vigie.server.frame.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.vigie.server.frame.ErrorAnswers;

/// Refuses a request that announces a body over the limit, before any of it is read.
public final class BodySizeFilter extends OncePerRequestFilter {
  private final BodyLimits limits;
  private final ErrorAnswers answers;

  public BodySizeFilter(BodyLimits limits, ErrorAnswers answers) {
    this.limits = limits;
    this.answers = answers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long limit = limits.maxBytesOf(request.getContentType());
    if (request.getContentLengthLong() > limit) {
      answers.write(
          request,
          response,
          BodyRefusedException.tooLarge(limit)
              .problem()
              .withHeader(HttpHeaders.CONNECTION, "close"));
    } else {
      chain.doFilter(request, response);
    }
  }
}
