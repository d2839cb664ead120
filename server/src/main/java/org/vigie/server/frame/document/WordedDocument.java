package org.vigie.server.frame.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.server.frame.document.ApiTexts.OperationText;
import org.vigie.server.frame.document.ApiTexts.SchemaText;

/// Puts [ApiTexts] into the document that is made from the handlers.
public final class WordedDocument {
  private final ApiTexts texts;

  public WordedDocument(ApiTexts texts) {
    this.texts = texts;
  }

  /// Adds the words to a document.
  public void describe(OpenAPI document) {
    List<Tag> tags = new ArrayList<>();
    texts.tags().forEach((name, said) -> tags.add(new Tag().name(name).description(said)));
    document.setTags(tags);
    document.getPaths().forEach(this::describe);
    document
        .getComponents()
        .getSchemas()
        .forEach((name, schema) -> describe(schema, texts.schemas().get(name)));
  }

  private void describe(String path, PathItem calls) {
    calls.readOperationsMap().forEach((method, operation) -> {
      OperationText said = texts.operations().get(method + " " + path);
      if (said != null) {
        describe(path, operation, said);
      }
    });
  }

  private static void describe(String path, Operation operation, OperationText said) {
    operation.setOperationId(said.id());
    operation.setTags(List.of(said.tag()));
    operation.setSummary(said.summary());
    operation.setDescription(described(said, operation.getDescription()));
    operation.setSecurity(operation.getSecurity().stream().distinct().toList());
    said.body().ifPresent(body -> operation.setRequestBody(body(body)));
    describeParameters(path, operation, said);
    said.answers().forEach((status, text) -> describe(operation.getResponses().get(status), text));
  }

  /// The handler's sentence about scopes comes last; two handlers of one call both have it.
  private static String described(OperationText said, @Nullable String before) {
    return before == null
        ? said.description()
        : said.description() + "\n\n" + before.substring(before.lastIndexOf('\n') + 1);
  }

  /// Where a handler reads parameters into a record, the document knows the record only; the
  /// parameters are those that the texts name.
  private static void describeParameters(String path, Operation operation, OperationText said) {
    List<Parameter> parameters = new ArrayList<>();
    if (operation.getParameters() != null) {
      parameters.addAll(operation.getParameters());
    }
    parameters.removeIf(WordedDocument::isOfARecord);
    said.parameters().keySet().stream()
        .filter(name -> parameters.stream().noneMatch(each -> name.equals(each.getName())))
        .forEach(name -> parameters.add(parameter(path, name)));
    parameters.forEach(each -> describe(each, said.parameters().get(each.getName())));
    operation.setParameters(parameters.isEmpty() ? null : parameters);
  }

  /// Springdoc knows the fields of a record, but not their names in requests.
  private static boolean isOfARecord(Parameter parameter) {
    boolean renamed = "query".equals(parameter.getIn())
        && parameter.getName().chars().anyMatch(Character::isUpperCase);
    return renamed || parameter.getSchema() != null && parameter.getSchema().get$ref() != null;
  }

  private static Parameter parameter(String path, String name) {
    boolean inPath = path.contains("{" + name + "}");
    return new Parameter()
        .name(name)
        .in(inPath ? "path" : "query")
        .required(inPath ? true : null)
        .schema(new StringSchema());
  }

  private static void describe(Parameter parameter, @Nullable Words said) {
    if (said != null) {
      parameter.setDescription(said.sentence());
      if (!said.closed().isEmpty()) {
        parameter.setSchema(closed(said, parameter.getSchema()));
      }
    }
  }

  private static Schema<?> closed(Words said, @Nullable Schema<?> before) {
    StringSchema schema = new StringSchema();
    schema.setEnum(said.closed());
    if (before != null && before.getDefault() != null) {
      schema.setDefault(String.valueOf(before.getDefault()));
    }
    return schema;
  }

  private static void describe(@Nullable ApiResponse answer, String text) {
    if (answer != null) {
      answer.setDescription(text);
    }
  }

  private static void describe(Schema<?> schema, @Nullable SchemaText said) {
    if (said == null) {
      return;
    }
    schema.setDescription(said.text());
    said.fields().forEach((name, words) -> {
      Schema<?> field =
          schema.getProperties() == null ? null : schema.getProperties().get(name);
      if (field != null) {
        describe(field, words);
      }
    });
  }

  @SuppressWarnings("unchecked") // closed words are texts, and so are their fields
  private static void describe(Schema<?> field, Words said) {
    field.setDescription(said.sentence());
    if (!said.closed().isEmpty()) {
      ((Schema<Object>) field).setEnum(List.copyOf(said.closed()));
    }
  }

  private static RequestBody body(String said) {
    return new RequestBody().required(true).content(said.equals("file") ? file() : json(said));
  }

  private static Content file() {
    ObjectSchema form = new ObjectSchema();
    for (String type : List.of("photo", "video")) {
      form.addProperty(
          type, new StringSchema().format("binary").description("The bytes of one file."));
    }
    return new Content().addMediaType("multipart/form-data", new MediaType().schema(form));
  }

  private static Content json(String example) {
    MediaType body = new MediaType().schema(new ObjectSchema());
    try {
      body.setExample(Json31.mapper().readTree(example));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an example is not JSON", e);
    }
    return new Content().addMediaType("application/json", body);
  }
}
