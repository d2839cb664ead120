package org.vigie.server.frame;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;

/// What the API document at `/api/docs` says besides the calls themselves: how a program shows
/// its key, and what a problem looks like.
public final class ApiDocument implements OpenApiCustomizer {
  /// What the document calls the way in which a program shows its key.
  public static final String KEY_SCHEME = "key";

  private static final String PROBLEM = "Problem";

  private final ProblemTypes types;
  private final DocumentedProblems problems;

  ApiDocument(ProblemTypes types, DocumentedProblems problems) {
    this.types = types;
    this.problems = problems;
  }

  @Override
  public void customise(OpenAPI document) {
    document.setInfo(new Info()
        .title("Vigie")
        .version("v1")
        .description(
            "Calls of messengers and other programs. Pages for people are not part of it."));
    document.getComponents().addSecuritySchemes(KEY_SCHEME, keyScheme());
    document.getComponents().addSchemas(PROBLEM, problemSchema());
    document.setServers(null);
    problems.describe(document.getComponents());
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
    schema.addProperty("line", new IntegerSchema().description("Where JSON goes wrong, from 1."));
    schema.addProperty("column", new IntegerSchema().description("Where in the line, from 1."));
    schema.addProperty("limit", new IntegerSchema().description("Bytes, of what is too large."));
    schema.addProperty("version", new IntegerSchema().description("The present version."));
    schema.addProperty("member", new IntegerSchema().description("A number that no member has."));
    schema.setRequired(List.of("type", "title", "status", "detail", "request"));
    return schema;
  }
}
