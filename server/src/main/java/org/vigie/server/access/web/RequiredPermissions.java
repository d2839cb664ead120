package org.vigie.server.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.access.Requires;
import org.vigie.server.access.Viewer;

/// Lets a request reach its handler only if the caller may: the one place where permissions are
/// checked.
final class RequiredPermissions implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // A second dispatch only completes a checked request; the handler does not run again.
    if (request.getDispatcherType() != DispatcherType.ASYNC
        && handler instanceof HandlerMethod method
        && !allows(method)) {
      throw new AccessDeniedException("the caller may not do this");
    }
    return true;
  }

  /// Returns whether the caller may reach a handler.
  static boolean allows(HandlerMethod method) {
    return !isOurs(method) || isAllowed(method);
  }

  /// Handlers of libraries, such as the error page and the API document, guard themselves by
  /// path.
  private static boolean isOurs(HandlerMethod method) {
    return method.getBeanType().getPackageName().startsWith("org.vigie.");
  }

  private static boolean isAllowed(HandlerMethod method) {
    if (method.hasMethodAnnotation(OpenToAll.class)) {
      return true;
    }
    Requires required = method.getMethodAnnotation(Requires.class);
    return required != null && Viewer.may(required.value());
  }
}
