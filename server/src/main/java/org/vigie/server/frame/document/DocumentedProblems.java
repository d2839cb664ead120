package org.vigie.server.frame.document;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;
import org.vigie.server.frame.ApiDocument;
import org.vigie.server.frame.MayAnswer;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.frame.ProblemTypes;

/// Adds to the API document the problems that each call may answer: those of its form, and those of
/// its [MayAnswer]. Each status is described once, from the types.
public final class DocumentedProblems implements OperationCustomizer {
  private static final String SCHEMA = "#/components/schemas/Problem";
  private static final String MEDIA_TYPE = "application/problem+json";
  private static final Set<Integer> TRIED_AGAIN = Set.of(429, 503);

  private final ProblemTypes types;

  public DocumentedProblems(ProblemTypes types) {
    this.types = types;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    Set<ProblemType> possible = ofEvery();
    if (hasPathParameter(operation)) {
      possible.add(ProblemType.NOT_FOUND);
    }
    if (operation.getRequestBody() != null) {
      possible.addAll(
          List.of(ProblemType.TOO_LARGE, ProblemType.TOO_SLOW, ProblemType.UNSUPPORTED_MEDIA_TYPE));
    }
    MayAnswer own = handler.getMethodAnnotation(MayAnswer.class);
    if (own != null) {
      Arrays.stream(own.value()).map(this::known).forEach(possible::add);
    }
    operation.addExtension(
        ApiDocument.PROBLEMS, possible.stream().map(ProblemType::slug).toList());
    possible.forEach(type -> operation
        .getResponses()
        .addApiResponse(
            Integer.toString(type.status().value()),
            new ApiResponse()
                .$ref("#/components/responses/" + name(type.status().value()))));
    operation.getResponses().addApiResponse("default", response("Any other problem.", document()));
    return operation;
  }

  private static Set<ProblemType> ofEvery() {
    Set<ProblemType> possible = new TreeSet<>(
        Comparator.comparingInt((ProblemType type) -> type.status().value())
            .thenComparing(ProblemType::slug));
    possible.addAll(List.of(
        ProblemType.MALFORMED_REQUEST,
        ProblemType.UNAUTHENTICATED,
        ProblemType.FORBIDDEN,
        ProblemType.TOO_MANY_REQUESTS,
        ProblemType.NOT_READY));
    return possible;
  }

  private static boolean hasPathParameter(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(each -> "path".equals(each.getIn()));
  }

  private ProblemType known(String slug) {
    return types
        .find(slug)
        .orElseThrow(() -> new IllegalStateException("no problem type has the slug " + slug));
  }

  /// Adds a description of each status.
  public void describe(Components components) {
    Map<Integer, List<ProblemType>> byStatus = types.all().stream()
        .collect(Collectors.groupingBy(
            type -> type.status().value(), TreeMap::new, Collectors.toList()));
    byStatus.forEach((status, of) -> components.addResponses(name(status), described(status, of)));
  }

  private static String name(int status) {
    return "problem-" + status;
  }

  private static ApiResponse described(int status, List<ProblemType> types) {
    String words = types.stream()
        .map(type -> "- `" + type.uri() + "`: " + type.title())
        .collect(Collectors.joining("\n"));
    ProblemType first = types.getFirst();
    Map<String, Object> example = new Problem(first, first.title()).document();
    example.put("request", "5f1c0e6ab3d2497e");
    ApiResponse response = response(words, document().example(example));
    if (TRIED_AGAIN.contains(status)) {
      response.addHeaderObject(
          "Retry-After",
          new Header()
              .description("After how many seconds it is worth trying again.")
              .schema(new IntegerSchema()));
    }
    return response;
  }

  private static MediaType document() {
    return new MediaType().schema(new Schema<>().$ref(SCHEMA));
  }

  private static ApiResponse response(String words, MediaType document) {
    return new ApiResponse()
        .description(words)
        .content(new Content().addMediaType(MEDIA_TYPE, document));
  }
}
