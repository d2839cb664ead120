package org.vigie.server.frame.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/// Makes the numbers of a person be counted again after each act of that person.
final class ActsCountAgain implements HandlerInterceptor {
  private final CountedToDo counted;

  ActsCountAgain(CountedToDo counted) {
    this.counted = counted;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    Authentication viewer = SecurityContextHolder.getContext().getAuthentication();
    if (viewer != null && !HttpMethod.GET.matches(request.getMethod())) {
      counted.forget(viewer);
    }
  }
}
