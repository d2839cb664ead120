package org.vigie.server.frame;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;

/// What the API document at `/api/docs` says besides the calls themselves: how a program shows its
/// key, and that every call may answer with a problem.
final class ApiDocument implements OpenApiCustomizer {
  private static final String KEY = "key";
  private static final String PROBLEM = "Problem";

  private final ProblemTypes types;

  ApiDocument(ProblemTypes types) {
    this.types = types;
  }

  @Override
  public void customise(OpenAPI document) {
    document.setInfo(new Info()
        .title("Vigie")
        .version("v1")
        .description(
            "Calls of messengers and other programs. Pages for people are not part of it."));
    document.getComponents().addSecuritySchemes(KEY, keyScheme());
    document.getComponents().addSchemas(PROBLEM, problemSchema());
    document.addSecurityItem(new SecurityRequirement().addList(KEY));
    document.setServers(null);
    document.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .forEach(ApiDocument::mayAnswerWithAProblem);
  }

  private static SecurityScheme keyScheme() {
    return new SecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .description("An API key, made on the page of keys or by ./vigie keys add.");
  }

  private Schema<?> problemSchema() {
    List<String> known = types.all().stream().map(type -> type.uri().toString()).toList();
    StringSchema type = new StringSchema();
    type.setEnum(known);
    type.setDescription("Tells problems apart and never changes; the address explains it.");
    ObjectSchema schema = new ObjectSchema();
    schema.setDescription("What is wrong with a request (RFC 9457).");
    schema.addProperty("type", type);
    schema.addProperty("title", new StringSchema());
    schema.addProperty("status", new IntegerSchema());
    schema.addProperty("detail", new StringSchema());
    schema.addProperty("field", new StringSchema().description("Path of the field it is about."));
    schema.addProperty("request", new StringSchema().description("Finds the request in the log."));
    schema.setRequired(List.of("type", "title", "status", "detail"));
    return schema;
  }

  private static void mayAnswerWithAProblem(Operation operation) {
    Schema<?> reference = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("The request cannot be answered as asked.")
                .content(new Content()
                    .addMediaType("application/problem+json", new MediaType().schema(reference))));
  }
}
