package org.vigie.server.access.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.Scope;
import org.vigie.server.frame.ApiDocument;

/// Says in the API document which scopes open each call: those with the permission that its
/// handler requires, any one of them.
final class DocumentedScopes implements OperationCustomizer {
  /// A key of the scope `hma` counts for these only.
  private static final String HMA_CALLS = "org.vigie.server.hma";

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    Requires required = handler.getMethodAnnotation(Requires.class);
    if (required == null) {
      operation.setSecurity(List.of());
      return operation;
    }
    List<String> scopes =
        with(required.value(), handler.getBeanType().getPackageName().startsWith(HMA_CALLS));
    operation.setSecurity(List.of(new SecurityRequirement().addList(ApiDocument.KEY_SCHEME)));
    operation.addExtension(ApiDocument.SCOPES, scopes);
    operation.setDescription(described(scopes));
    return operation;
  }

  private static List<String> with(Permission permission, boolean underHma) {
    return Arrays.stream(Scope.values())
        .filter(scope -> underHma || scope != Scope.HMA)
        .filter(scope -> scope.permissions().contains(permission))
        .map(Scope::word)
        .toList();
  }

  private static String described(List<String> scopes) {
    return scopes.stream()
        .map(scope -> "`" + scope + "`")
        .collect(Collectors.joining(", ", "Needs a key with one of the scopes ", "."));
  }
}
