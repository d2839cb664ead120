package org.vigie.server.frame.document;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Removes unreferenced components from a document.
public final class UnusedComponents {
  private static final Pattern REFERENCE = Pattern.compile("#/components/([a-z]+)/([^\"/]+)\"");

  private UnusedComponents() {}

  /// Removes schemas and responses without a reference, and then those that only these referred to.
  public static void remove(OpenAPI document) {
    Components components = document.getComponents();
    int before;
    do {
      before = size(components);
      Set<String> used = references(document);
      keep("schemas", components.getSchemas(), used);
      keep("responses", components.getResponses(), used);
    } while (size(components) < before);
  }

  private static int size(Components components) {
    return size(components.getSchemas()) + size(components.getResponses());
  }

  private static int size(@Nullable Map<String, ?> of) {
    return of == null ? 0 : of.size();
  }

  private static void keep(String kind, @Nullable Map<String, ?> all, Set<String> used) {
    if (all != null) {
      all.keySet().removeIf(name -> !used.contains(kind + "/" + name));
    }
  }

  private static Set<String> references(OpenAPI document) {
    return REFERENCE
        .matcher(Json31.mapper().valueToTree(document).toString())
        .results()
        .map(found -> found.group(1) + "/" + found.group(2))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
