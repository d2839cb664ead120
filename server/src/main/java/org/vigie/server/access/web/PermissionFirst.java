package org.vigie.server.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.ErrorResponse;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// Checks the permission for a form before its token, as looking for the token reads the body.
/// [RequiredPermissions] checks it again, for every handler.
final class PermissionFirst extends OncePerRequestFilter {
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final Supplier<RequestMappingHandlerMapping> handlers;

  /// @param handlers fetched at the first request, as it depends on the beans of the gates
  PermissionFirst(Supplier<RequestMappingHandlerMapping> handlers) {
    this.handlers = handlers;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return WITHOUT_BODY.contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      if (handler(request).filter(method -> !RequiredPermissions.allows(method)).isEmpty()) {
        chain.doFilter(request, response);
        return;
      }
    } catch (UnmatchedException e) {
      refuse(response, e.answer());
      return;
    }
    HttpStatus status = isSignedIn() ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED;
    response.sendError(status.value());
  }

  private static void refuse(HttpServletResponse response, ErrorResponse answer)
      throws IOException {
    answer
        .getHeaders()
        .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    response.sendError(answer.getStatusCode().value());
  }

  private static boolean isSignedIn() {
    return SecurityContextHolder.getContext().getAuthentication() != null;
  }

  /// No handler takes the method, or the type of the body or of the answer.
  private static final class UnmatchedException extends ServletException {
    private final transient ErrorResponse answer;

    private UnmatchedException(ErrorResponse answer) {
      this.answer = answer;
    }

    private ErrorResponse answer() {
      return answer;
    }
  }

  /// Returns the handler of a request, if it has one.
  private Optional<HandlerMethod> handler(HttpServletRequest request) throws ServletException {
    try {
      ServletRequestPathUtils.parseAndCache(request);
      return Optional.ofNullable(handlers.get().getHandler(request))
          .map(HandlerExecutionChain::getHandler)
          .filter(HandlerMethod.class::isInstance)
          .map(HandlerMethod.class::cast);
    } catch (Exception e) { // declared by the interface
      throw e instanceof ErrorResponse answer
          ? new UnmatchedException(answer)
          : new ServletException(e);
    } finally {
      ServletRequestPathUtils.clearParsedRequestPath(request);
    }
  }
}
