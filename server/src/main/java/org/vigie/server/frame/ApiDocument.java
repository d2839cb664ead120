package org.vigie.server.frame;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.vigie.server.frame.document.DocumentedProblems;
import org.vigie.server.frame.document.UnusedComponents;
import org.vigie.server.frame.document.WordedDocument;

/// Adds to the API document at `/api/openapi.json` the parts besides the calls: the form of keys
/// and of problems.
public final class ApiDocument implements OpenApiCustomizer {
  /// The document's name for authentication by key.
  public static final String KEY_SCHEME = "key";

  /// The document's name for the scopes of a call. OpenAPI has none for a key in a header, so this
  /// is our own extension.
  public static final String SCOPES = "x-scopes";

  /// The document's name for the problem types of a call.
  public static final String PROBLEMS = "x-problems";

  private static final String PROBLEM = "Problem";

  private final ProblemTypes types;
  private final DocumentedProblems problems;
  private final WordedDocument texts;
  private final List<DocumentPart> last;

  /// @param last changes of modules, applied last
  public ApiDocument(
      ProblemTypes types,
      DocumentedProblems problems,
      WordedDocument texts,
      List<DocumentPart> last) {
    this.types = types;
    this.problems = problems;
    this.texts = texts;
    this.last = List.copyOf(last);
  }

  @Override
  public void customise(OpenAPI document) {
    document.setInfo(info());
    document.setServers(List.of(new Server().url("/").description("This server.")));
    document.getComponents().addSecuritySchemes(KEY_SCHEME, keyScheme());
    document.getComponents().addSchemas(PROBLEM, problemSchema());
    problems.describe(document.getComponents());
    texts.describe(document);
    last.forEach(each -> each.customise(document));
    UnusedComponents.remove(document);
  }

  private static Info info() {
    return new Info()
        .title("Vigie")
        .version("1")
        .description("Calls of messengers and other programs. Pages for people are not part of it."
            + " The rules by which it changes are in docs/api/changes.md.")
        .contact(new Contact().name("The operator of this server"))
        .license(
            new License().name("Apache 2.0").url("https://www.apache.org/licenses/LICENSE-2.0"));
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
    schema.addProperty("title", new StringSchema().description("The type in words."));
    schema.addProperty("status", new IntegerSchema().description("That of the answer."));
    schema.addProperty("detail", new StringSchema().description("What is wrong, for people."));
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
