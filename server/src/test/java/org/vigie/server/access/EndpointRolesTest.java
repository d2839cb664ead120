package org.vigie.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.server.ServerTest;

/// Every call of the server, by everybody: against two tables written by hand.
@ServerTest
@Import(EndpointRolesTest.NoHandlerRuns.class)
final class EndpointRolesTest {
  private static final int REACHED = 299;
  private static final String OPEN = "OPEN";

  /// Programs on this machine need no key for some calls.
  private static final RequestPostProcessor FROM_ELSEWHERE = request -> {
    request.setRemoteAddr("192.0.2.7");
    return request;
  };

  private final MockMvc http;
  private final RequestMappingHandlerMapping mapping;

  @Autowired
  EndpointRolesTest(
      MockMvc http,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    this.http = http;
    this.mapping = mapping;
  }

  /// Answers in the place of each handler that a caller has reached.
  @TestConfiguration(proxyBeanMethods = false)
  static class NoHandlerRuns implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry
          .addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler) {
              response.setStatus(REACHED);
              return false;
            }
          })
          .order(Integer.MAX_VALUE);
    }
  }

  /// A call of the server.
  private record Endpoint(
      String method, String path, HandlerMethod handler, RequestMappingInfo how) {
    String name() {
      return method + " " + path;
    }

    boolean isForPrograms() {
      return path.startsWith("/api/") || path.startsWith("/hma/") || path.equals("/metrics");
    }

    MockHttpServletRequestBuilder request() {
      MockHttpServletRequestBuilder request = EndpointRolesTest.request(method, path);
      how.getConsumesCondition().getConsumableMediaTypes().stream()
          .findFirst()
          .ifPresent(request::contentType);
      how.getProducesCondition().getProducibleMediaTypes().stream()
          .findFirst()
          .map(MediaType::toString)
          .ifPresent(type -> request.header("Accept", type));
      return request;
    }
  }

  private static MockHttpServletRequestBuilder request(String method, String path) {
    return MockMvcRequestBuilders.request(
        HttpMethod.valueOf(method),
        path.replaceAll("\\{[^}]*\\}", "00000000-0000-4000-8000-000000000009"));
  }

  private List<Endpoint> endpoints() {
    List<Endpoint> all = new ArrayList<>();
    mapping.getHandlerMethods().forEach((how, handler) -> {
      if (handler.getBeanType().getPackageName().startsWith("org.vigie.")) {
        how.getPatternValues()
            .forEach(path -> how.getMethodsCondition()
                .getMethods()
                .forEach(method -> all.add(new Endpoint(method.name(), path, handler, how))));
      }
    });
    assertThat(all).hasSizeGreaterThan(30);
    return all;
  }

  private static List<String[]> table(String name) {
    try (InputStream input =
        Objects.requireNonNull(EndpointRolesTest.class.getResourceAsStream("/access/" + name))) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> words(String cell) {
    return cell.equals("-") ? Set.of() : Set.of(cell.split(" ", -1));
  }

  private static Map<String, Set<String>> allowed(int column) {
    return table("permissions.tsv").stream()
        .collect(Collectors.toMap(row -> row[0], row -> words(row[column])));
  }

  private static Map<String, String> needed() {
    return table("endpoints.tsv").stream()
        .collect(Collectors.toMap(row -> row[0] + " " + row[1], row -> row[2]));
  }

  @Test
  void handlers_each_needWhatTheTableSays() {
    Map<String, String> found = new TreeMap<>();
    for (Endpoint endpoint : endpoints()) {
      Requires requires = endpoint.handler().getMethodAnnotation(Requires.class);
      boolean open = endpoint.handler().hasMethodAnnotation(OpenToAll.class);
      assertThat(requires != null ^ open)
          .as("%s has one of @Requires and @OpenToAll", endpoint.name())
          .isTrue();
      found.put(endpoint.name(), requires == null ? OPEN : requires.value().name());
    }
    assertThat(found).containsExactlyInAnyOrderEntriesOf(needed());
  }

  @Test
  void permissions_each_belongToWhomTheTableSays() {
    assertThat(allowed(1).keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Permission.values()).map(Permission::name).toList());
    for (Permission permission : Permission.values()) {
      assertThat(Arrays.stream(Role.values())
              .filter(role -> role.permissions().contains(permission))
              .map(Role::name))
          .as("roles with %s", permission)
          .containsExactlyInAnyOrderElementsOf(
              Objects.requireNonNull(allowed(1).get(permission.name())));
    }
  }

  @Test
  void pages_askedForByEachRole_openAsTheTableSays() throws Exception {
    for (Endpoint page :
        endpoints().stream().filter(call -> !call.isForPrograms()).toList()) {
      for (Role role : Role.values()) {
        boolean may = may(page, allowed(1), role.name());
        assertThat(status(page, TestCallers.person(role)))
            .as("%s as %s", page.name(), role)
            .isEqualTo(may ? REACHED : 403);
      }
    }
  }

  @Test
  void pages_askedForByNobody_openOnlyIfOpen() throws Exception {
    for (Endpoint page :
        endpoints().stream().filter(call -> !call.isForPrograms()).toList()) {
      int refused = page.method().equals("GET") ? 302 : 401;
      assertThat(status(page, unchanged -> unchanged))
          .as(page.name())
          .isEqualTo(OPEN.equals(needed().get(page.name())) ? REACHED : refused);
    }
  }

  @Test
  void calls_withEachScope_answerAsTheTableSays() throws Exception {
    for (Endpoint call : endpoints().stream().filter(Endpoint::isForPrograms).toList()) {
      for (Scope scope : Scope.values()) {
        boolean may = may(call, allowed(2), scope.name());
        assertThat(status(call, TestCallers.key(scope), FROM_ELSEWHERE))
            .as("%s with %s", call.name(), scope)
            .isEqualTo(may ? REACHED : 403);
      }
    }
  }

  @Test
  void calls_byNobodyFromElsewhere_areUnauthenticated() throws Exception {
    for (Endpoint call : endpoints().stream().filter(Endpoint::isForPrograms).toList()) {
      assertThat(status(call, FROM_ELSEWHERE))
          .as(call.name())
          .isEqualTo(OPEN.equals(needed().get(call.name())) ? REACHED : 401);
    }
  }

  private static boolean may(Endpoint endpoint, Map<String, Set<String>> allowed, String who) {
    String needed = Objects.requireNonNull(needed().get(endpoint.name()), endpoint.name());
    return needed.equals(OPEN) || Objects.requireNonNull(allowed.get(needed)).contains(who);
  }

  private int status(Endpoint endpoint, RequestPostProcessor... caller) throws Exception {
    MockHttpServletRequestBuilder request = endpoint.request();
    List.of(caller).forEach(request::with);
    if (!endpoint.isForPrograms()) {
      request.with(csrf().asHeader());
    }
    return http.perform(request).andReturn().getResponse().getStatus();
  }
}
