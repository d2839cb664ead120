package org.vigie.server.hma.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.List;
import org.vigie.server.frame.ApiDocument;
import org.vigie.server.frame.DocumentPart;

/// Documents that the calls of HMA report errors in HMA's form, and take keys in two ways.
final class HmaErrorForm implements DocumentPart {
  private static final String SCHEMA = "HmaError";
  private static final String BASIC = "basic";
  private static final String RESPONSE = "hma-error";

  @Override
  public void customise(OpenAPI document) {
    ObjectSchema error = new ObjectSchema();
    error.setDescription("What is wrong with a request, in HMA's form.");
    error.addProperty("message", new StringSchema().description("For people."));
    document.getComponents().addSchemas(SCHEMA, error);
    document.getComponents().addResponses(RESPONSE, response());
    document.getComponents().addSecuritySchemes(BASIC, basic());
    document.getPaths().forEach((path, calls) -> {
      if (path.startsWith("/hma/")) {
        calls.readOperations().forEach(HmaErrorForm::describe);
      }
    });
  }

  private static SecurityScheme basic() {
    return new SecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("basic")
        .description("An API key as user or password, as in https://KEY@host/hma.");
  }

  private static ApiResponse response() {
    Schema<?> reference = new Schema<>().$ref("#/components/schemas/" + SCHEMA);
    return new ApiResponse()
        .description("The request cannot be answered as asked.")
        .content(new Content()
            .addMediaType(
                org.springframework.http.MediaType.APPLICATION_JSON_VALUE,
                new MediaType().schema(reference)));
  }

  private static void describe(Operation operation) {
    ApiResponses answers = new ApiResponses();
    operation.getResponses().forEach((status, answer) -> {
      boolean isError = !status.startsWith("2");
      answers.addApiResponse(
          status, isError ? new ApiResponse().$ref("#/components/responses/" + RESPONSE) : answer);
    });
    operation.setResponses(answers);
    if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
      List<SecurityRequirement> ways = new ArrayList<>(operation.getSecurity());
      ways.add(new SecurityRequirement().addList(BASIC));
      operation.setSecurity(ways);
    }
    if (operation.getExtensions() != null) {
      operation.getExtensions().remove(ApiDocument.PROBLEMS);
    }
  }
}
