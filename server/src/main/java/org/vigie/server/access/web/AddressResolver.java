package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.CallerAddress;

/// Gives controllers the [CallerAddress] of the request.
final class AddressResolver implements HandlerMethodArgumentResolver {
  private final AccessSettings settings;

  AddressResolver(AccessSettings settings) {
    this.settings = settings;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == CallerAddress.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
    if (http == null) {
      throw new IllegalStateException("an address belongs to an HTTP request");
    }
    return of(http, settings);
  }

  /// Returns the address of a request.
  public static CallerAddress of(HttpServletRequest request, AccessSettings settings) {
    return new CallerAddress(SignInAddress.of(request, settings));
  }
}
