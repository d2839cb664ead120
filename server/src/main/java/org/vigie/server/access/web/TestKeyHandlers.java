package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.server.access.Caller;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.access.ServesTestKeys;
import org.vigie.server.frame.ProblemException;

/// Routes requests with test keys to the handlers that serve them, and nowhere else.
///
/// It comes before every other mapping, and refuses each request of a test key that it does not
/// know. Other requests skip it.
final class TestKeyHandlers extends RequestMappingHandlerMapping {
  private static final String DOCUMENT = "/api/openapi.json";

  private final HandlerMethod refusal;

  TestKeyHandlers() {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    setInterceptors(new RequiredPermissions());
    refusal = refusal();
  }

  private static HandlerMethod refusal() {
    try {
      return new HandlerMethod(new Refusal(), "refuse");
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("the method stands below", e);
    }
  }

  /// The handler of requests that no test key may make.
  static final class Refusal {
    @OpenToAll("it only refuses")
    @SuppressWarnings("DoNotCallSuggester") // Spring calls it
    public void refuse() {
      throw new ProblemException(
          KeyProblems.NOT_IN_TEST_MODE, KeyProblems.USE_A_REAL_KEY, Map.of());
    }
  }

  @Override
  protected boolean isHandler(Class<?> beanType) {
    Class<?> type = ClassUtils.getUserClass(beanType);
    return type.getPackageName().startsWith("org.vigie.")
        && (type.isAnnotationPresent(ServesTestKeys.class)
            || Arrays.stream(type.getDeclaredMethods()).anyMatch(TestKeyHandlers::serves));
  }

  /// Handlers that are open to all are open to test keys too.
  private static boolean serves(Method method) {
    return method.isAnnotationPresent(ServesTestKeys.class)
        || method.isAnnotationPresent(OpenToAll.class);
  }

  @Override
  protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> handlerType) {
    boolean whole = AnnotatedElementUtils.hasAnnotation(handlerType, ServesTestKeys.class);
    return whole || serves(method) ? super.getMappingForMethod(method, handlerType) : null;
  }

  /// Returns none: the API document, which asks for handlers, describes the real ones.
  @Override
  public Map<RequestMappingInfo, HandlerMethod> getHandlerMethods() {
    return Map.of();
  }

  @Override
  protected @Nullable HandlerMethod getHandlerInternal(HttpServletRequest request)
      throws Exception {
    if (!isForTests() || DOCUMENT.equals(request.getServletPath())) {
      return null;
    }
    HandlerMethod found = super.getHandlerInternal(request);
    return found == null ? refusal : found;
  }

  private static boolean isForTests() {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    return caller != null && caller.getPrincipal() instanceof Caller.TestKey;
  }
}
