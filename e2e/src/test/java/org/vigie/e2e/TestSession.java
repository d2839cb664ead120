package org.vigie.e2e;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.filter.OncePerRequestFilter;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Role;
import org.vigie.server.access.web.CallerAuthentication;
import org.vigie.server.access.web.PersonFilter;
import org.vigie.server.frame.ProblemTypes;

/// Signs an invented person in by a header, so that each page can be opened in each role without
/// the ceremony. Exists only in these tests.
@Configuration(proxyBeanMethods = false)
class TestSession {
  static final String HEADER = "X-Test-Role";

  /// Puts the filter where people are recognised, which is before anything is asked of them.
  @Bean
  static BeanPostProcessor roleFilter() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DefaultSecurityFilterChain chain ? withRoles(chain) : bean;
      }
    };
  }

  private static SecurityFilterChain withRoles(DefaultSecurityFilterChain chain) {
    List<Filter> filters = new ArrayList<>();
    for (Filter filter : chain.getFilters()) {
      filters.add(filter);
      if (filter instanceof PersonFilter) {
        filters.add(new RoleFilter());
      }
    }
    return new DefaultSecurityFilterChain(chain.getRequestMatcher(), filters);
  }

  @Bean
  FailureController failureController(ProblemTypes types) {
    return new FailureController(types);
  }

  @Bean
  OutboxExamples.Refusing refusingHandler() {
    return new OutboxExamples.Refusing();
  }

  /// Replaces the context that the gates of `access` have made, for one request.
  static final class RoleFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      String role = request.getHeader(HEADER);
      if (role != null) {
        signIn(Role.valueOf(role).permissions());
      }
      chain.doFilter(request, response);
    }

    private static void signIn(Set<Permission> permissions) {
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(new CallerAuthentication(
          new Caller.Person(RunningVigie.instance().world().person()),
          "Camille Exemple",
          permissions));
      SecurityContextHolder.setContext(context);
    }
  }
}
