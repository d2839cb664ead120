package org.vigie.e2e;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.vigie.server.access.Caller;
import org.vigie.server.access.CallerAuthentication;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Role;
import org.vigie.server.frame.ProblemTypes;

/// Signs an invented person in by a header, so that each page can be opened in each role without
/// the ceremony. Exists only in these tests.
@Configuration(proxyBeanMethods = false)
class TestSession {
  static final String HEADER = "X-Test-Role";

  @Bean
  FilterRegistrationBean<RoleFilter> roleFilter() {
    return new FilterRegistrationBean<>(new RoleFilter());
  }

  @Bean
  FailureController failureController(ProblemTypes types) {
    return new FailureController(types);
  }

  /// Runs after the gates of `access`, whose context it replaces for one request.
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
