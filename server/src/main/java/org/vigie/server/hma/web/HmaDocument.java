package org.vigie.server.hma.web;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/// An OpenAPI 3.0 document of HMA's calls, made of the handlers themselves: paths, parameters,
/// kinds of bodies, and the one form of errors. `docs/hma.md` has the shapes of answers.
final class HmaDocument {
  static final String ROOT = "/hma";

  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");
  private static final Map<String, Object> TEXT = Map.of("type", "string");

  private static final Map<String, Object> RESPONSES = Map.of(
      "2XX", Map.of("description", "As docs/hma.md says."),
      "default",
          Map.of(
              "description",
              "What is wrong.",
              "content",
              Map.of(
                  "application/json",
                  Map.of("schema", Map.of("$ref", "#/components/schemas/Error")))));

  private HmaDocument() {}

  /// A call; its handlers, with a form and without, are one.
  private record Call(Set<Map<String, Object>> parameters, Set<String> bodies) {
    Call() {
      this(new LinkedHashSet<>(), new TreeSet<>());
    }

    void add(String path, HandlerMethod handler) {
      parameters.addAll(parametersOf(path, handler));
      Optional.ofNullable(bodyType(handler)).ifPresent(bodies::add);
    }
  }

  static Map<String, Object> of(Map<RequestMappingInfo, HandlerMethod> handlers) {
    Map<String, Map<String, Call>> calls = new TreeMap<>();
    handlers.forEach((how, handler) -> how.getPatternValues().stream()
        .filter(path -> path.startsWith(ROOT + "/"))
        .map(path -> path.substring(ROOT.length()))
        .forEach(path -> how.getMethodsCondition()
            .getMethods()
            .forEach(method -> calls
                .computeIfAbsent(path, _ -> new TreeMap<>())
                .computeIfAbsent(method.name().toLowerCase(Locale.ROOT), _ -> new Call())
                .add(path, handler))));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.0.3");
    document.put("info", Map.of("title", "HMA's interface of Vigie", "version", "1.1"));
    document.put("servers", List.of(Map.of("url", ROOT)));
    document.put("security", List.of(Map.of("bearer", List.of()), Map.of("basic", List.of())));
    document.put("paths", paths(calls));
    document.put("components", components());
    return document;
  }

  private static Map<String, Object> paths(Map<String, Map<String, Call>> calls) {
    Map<String, Object> paths = new LinkedHashMap<>();
    calls.forEach((path, ofPath) -> {
      Map<String, Object> operations = new LinkedHashMap<>();
      ofPath.forEach((method, call) -> operations.put(method, operation(method, path, call)));
      paths.put(path, operations);
    });
    return paths;
  }

  private static Map<String, Object> components() {
    return Map.of(
        "securitySchemes",
        Map.of(
            "bearer", Map.of("type", "http", "scheme", "bearer"),
            "basic", Map.of("type", "http", "scheme", "basic")),
        "schemas",
        Map.of(
            "Error",
            Map.of(
                "type", "object",
                "properties", Map.of("message", TEXT),
                "required", List.of("message"))));
  }

  private static Map<String, Object> operation(String method, String path, Call call) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", method + path.replaceAll("[^a-z0-9]+", "_"));
    operation.put("parameters", call.parameters());
    if (!call.bodies().isEmpty()) {
      Map<String, Object> content = new LinkedHashMap<>();
      call.bodies().forEach(type -> content.put(type, Map.of("schema", Map.of("type", "object"))));
      operation.put("requestBody", Map.of("content", content));
    }
    operation.put("responses", RESPONSES);
    return operation;
  }

  private static List<Map<String, Object>> parametersOf(String path, HandlerMethod handler) {
    List<Map<String, Object>> all = new ArrayList<>();
    Matcher variables = VARIABLE.matcher(path);
    while (variables.find()) {
      all.add(parameter(variables.group(1), "path"));
    }
    Arrays.stream(handler.getMethodParameters())
        .flatMap(HmaDocument::queryNames)
        .forEach(name -> all.add(parameter(name, "query")));
    return all;
  }

  private static Map<String, Object> parameter(String name, String in) {
    return Map.of("name", name, "in", in, "required", in.equals("path"), "schema", TEXT);
  }

  private static Stream<String> queryNames(MethodParameter parameter) {
    RequestParam single = parameter.getParameterAnnotation(RequestParam.class);
    if (single != null) {
      return Stream.of(named(single.name(), parameter.getParameter().getName()));
    }
    Class<?> type = parameter.getParameterType();
    boolean isQuery = type.isRecord() && type.getEnclosingClass() == parameter.getContainingClass();
    return isQuery
        ? Arrays.stream(type.getDeclaredConstructors()[0].getParameters())
            .map(HmaDocument::queryName)
        : Stream.of();
  }

  private static String queryName(Parameter parameter) {
    BindParam bound = parameter.getAnnotation(BindParam.class);
    return named(bound == null ? "" : bound.value(), parameter.getName());
  }

  private static String named(String annotated, String otherwise) {
    return annotated.isEmpty() ? otherwise : annotated;
  }

  private static @Nullable String bodyType(HandlerMethod handler) {
    for (MethodParameter parameter : handler.getMethodParameters()) {
      if (MultipartHttpServletRequest.class == parameter.getParameterType()) {
        return "multipart/form-data";
      }
      if (parameter.hasParameterAnnotation(RequestBody.class)) {
        return "application/json";
      }
    }
    return null;
  }
}
