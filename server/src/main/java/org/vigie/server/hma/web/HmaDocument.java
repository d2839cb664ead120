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
import org.vigie.server.frame.ApiDocument;
import org.vigie.server.frame.DocumentPart;

/// Says in the API document that the calls of HMA tell errors in HMA's form.
final class HmaDocument implements DocumentPart {
  private static final String SCHEMA = "HmaError";
  private static final String RESPONSE = "hma-error";

  @Override
  public void customise(OpenAPI document) {
    ObjectSchema error = new ObjectSchema();
    error.setDescription("What is wrong with a request, in HMA's form.");
    error.addProperty("message", new StringSchema().description("For people."));
    document.getComponents().addSchemas(SCHEMA, error);
    document.getComponents().addResponses(RESPONSE, response());
    document.getPaths().forEach((path, calls) -> {
      if (path.startsWith("/hma/")) {
        calls.readOperations().forEach(HmaDocument::describe);
      }
    });
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
    operation.getExtensions().remove(ApiDocument.PROBLEMS);
  }
}
