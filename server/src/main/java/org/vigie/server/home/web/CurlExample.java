package org.vigie.server.home.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vigie.server.home.web.ApiPage.Asked;
import org.vigie.server.home.web.ApiPage.Body;
import org.vigie.server.home.web.ApiPage.Field;

/// A command that makes a call.
///
/// @param base where the API is
/// @param open whether it needs no key
record CurlExample(String base, String method, String path, Asked asked, boolean open) {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");
  private static final String NEXT = " \\\n  ";

  String text() {
    List<String> parts = new ArrayList<>();
    parts.add("curl" + (method.equals("GET") ? " " : " -X " + method + " ") + address());
    if (!open) {
      parts.add("-H \"Authorization: Bearer $KEY\"");
    }
    asked.parameters().stream()
        .filter(each -> each.name().equals("If-Match"))
        .forEach(_ -> parts.add("-H 'If-Match: \"1\"'"));
    asked.bodies().stream().findFirst().ifPresent(body -> add(body, parts));
    return String.join(NEXT, parts);
  }

  private String address() {
    String named = PLACE.matcher(path).replaceAll(place -> place.group(1).toUpperCase(Locale.ROOT));
    String query = asked.parameters().stream()
        .filter(each -> each.place().equals("query") && each.required())
        .map(CurlExample::pair)
        .collect(Collectors.joining("&"));
    return query.isEmpty() ? base + named : "'" + base + named + "?" + query + "'";
  }

  private static String pair(Field field) {
    String value = field.words().isEmpty()
        ? field.name().toUpperCase(Locale.ROOT)
        : field.words().getFirst();
    return field.name() + "=" + value;
  }

  private static void add(Body body, List<String> parts) {
    switch (body.mediaType()) {
      case "multipart/form-data" -> addForm(body, parts);
      case "application/json" -> {
        parts.add("-H 'Content-Type: application/json'");
        parts.add("-d '" + body.example().orElse("{}").replaceAll("\\s*\\n\\s*", " ") + "'");
      }
      default -> {
        parts.add("-H 'Content-Type: " + body.mediaType() + "'");
        parts.add("--data-binary @FILE");
      }
    }
  }

  private static void addForm(Body body, List<String> parts) {
    if (body.fields().stream().anyMatch(each -> each.name().equals("submission"))) {
      parts.add("-F 'submission={\"surface\": \"public\"};type=application/json'");
      parts.add("-F media=@FILE");
    } else {
      parts.add("-F photo=@FILE");
    }
  }
}
