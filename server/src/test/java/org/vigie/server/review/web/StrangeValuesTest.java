package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Role;
import org.vigie.server.access.web.CallerAuthentication;
import org.vigie.server.scan.ScanWorld;

/// Strange values in every field of every page, and fields that are not sent: whatever somebody
/// sends is refused or shown, and never an error of the server.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class StrangeValuesTest {
  private static final List<String> STRANGE =
      List.of("", "a\0b", "about=%zz", "9".repeat(30), "x".repeat(6_000), "{0}'|:\uD800");

  /// Values with which most handlers go on to the field that is strange.
  private static final Map<String, String> USUAL = Map.ofEntries(
      Map.entry("verdict", "violation"),
      Map.entry("category", "petty-content"),
      Map.entry("content", "quarantine"),
      Map.entry("account", "none"),
      Map.entry("ground", "terms"),
      Map.entry("reference", "Rule 3"),
      Map.entry("explanation", "It asks."),
      Map.entry("reason", "Because."),
      Map.entry("kind", "positive"),
      Map.entry("name", "MINE"),
      Map.entry("radius", "31"),
      Map.entry("quality", "50"),
      Map.entry("share", "100"),
      Map.entry("provenance", "somewhere"),
      Map.entry("version", "1"),
      Map.entry("authority", "The police"),
      Map.entry("notifiedAt", "2026-01-02T03:04"),
      Map.entry("answer", "agree"),
      Map.entry("zone", "Europe/Paris"),
      Map.entry("base", "1"),
      Map.entry("left", "petty-content"));

  private final ReviewScene scene;
  private final MockMvc http;
  private final RequestMappingHandlerMapping mapping;
  private final List<String> failed = new ArrayList<>();

  @Autowired
  StrangeValuesTest(
      ReviewScene scene,
      MockMvc http,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    this.scene = scene;
    this.http = http;
    this.mapping = mapping;
  }

  @Test
  void pages_withStrangeValues_areNoErrorsOfTheServer() throws Exception {
    ReviewScene.Reviewer ruth = scene.person("Ruth Example", Role.LEAD);
    RequestPostProcessor all = authentication(new CallerAuthentication(
        new Caller.Person(ruth.id()), "Ruth Example", EnumSet.allOf(Permission.class)));
    long id = scene.scanned(8_801, "strange");

    for (var each : mapping.getHandlerMethods().entrySet()) {
      for (String path : pages(each.getKey(), each.getValue())) {
        send(each.getKey(), each.getValue(), address(path, id), all);
      }
    }

    assertThat(failed).isEmpty();
  }

  private static List<String> pages(RequestMappingInfo how, HandlerMethod handler) {
    return handler.getBeanType().getPackageName().startsWith("org.vigie.")
        ? how.getPatternValues().stream()
            .filter(path -> !path.startsWith("/api/") && !path.startsWith("/hma/"))
            .toList()
        : List.of();
  }

  private static String address(String path, long id) {
    return path.replace("/review/cases/{id}", "/review/cases/" + id)
        .replaceAll("/(closed|imports|members)/\\{id}", "/$1/1")
        .replace("{mark}", "0".repeat(64))
        .replace("{key}", "petty-content")
        .replace("/banks/{name}", "/banks/NONE")
        .replaceAll("\\{[^}]*\\}", "00000000-0000-4000-8000-000000000009");
  }

  private void send(
      RequestMappingInfo how, HandlerMethod handler, String address, RequestPostProcessor by)
      throws Exception {
    HttpMethod method = HttpMethod.valueOf(
        how.getMethodsCondition().getMethods().iterator().next().name());
    List<String> fields = fields(handler);
    for (String field : fields) {
      for (String value : STRANGE) {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(method, address)
            .with(by)
            .with(csrf().asHeader())
            .header("Accept", "text/html");
        fields.stream()
            .filter(other -> !other.equals(field))
            .forEach(other -> Optional.ofNullable(USUAL.get(other))
                .ifPresent(usual -> request.param(other, usual)));
        if (!value.isEmpty()) {
          request.param(field, value);
        }
        int status = http.perform(request).andReturn().getResponse().getStatus();
        if (status >= 500) {
          failed.add("%s %s %s %s".formatted(method, address, field, STRANGE.indexOf(value)));
        }
      }
    }
  }

  private static List<String> fields(HandlerMethod handler) {
    return Arrays.stream(handler.getMethodParameters())
        .flatMap(StrangeValuesTest::fields)
        .toList();
  }

  /// A record of a module's pages is a form.
  private static Stream<String> fields(MethodParameter parameter) {
    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
    RequestParam sent = parameter.getParameterAnnotation(RequestParam.class);
    if (sent != null) {
      return Stream.of(sent.name(), sent.value(), String.valueOf(parameter.getParameterName()))
          .filter(name -> !name.isEmpty())
          .limit(1);
    }
    Class<?> type = parameter.getParameterType();
    return type.isRecord() && type.getPackageName().endsWith(".web")
        ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)
        : Stream.of();
  }
}
