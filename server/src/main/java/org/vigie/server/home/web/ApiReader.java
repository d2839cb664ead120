package org.vigie.server.home.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.frame.ApiDocument;
import org.vigie.server.frame.Frame;
import org.vigie.server.home.web.ApiPage.Answer;
import org.vigie.server.home.web.ApiPage.Answered;
import org.vigie.server.home.web.ApiPage.Asked;
import org.vigie.server.home.web.ApiPage.Body;
import org.vigie.server.home.web.ApiPage.Call;
import org.vigie.server.home.web.ApiPage.Field;
import org.vigie.server.home.web.ApiPage.Problem;
import org.vigie.server.home.web.ApiPage.Section;
import tools.jackson.databind.JsonNode;

/// Reads the API document into the view of its page.
///
/// @param base where the API is
record ApiReader(JsonNode document, Frame frame, String base) {
  private static final int DEEPEST = 6;
  private static final List<String> METHODS = List.of("get", "post", "put", "delete");

  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    document.path("tags").forEach(tag -> sections.add(section(tag)));
    return sections;
  }

  private Section section(JsonNode tag) {
    String name = tag.path("name").asString();
    List<Call> calls = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(path -> METHODS.forEach(method -> {
          JsonNode call = path.getValue().path(method);
          if (call.path("tags").path(0).asString("").equals(name)) {
            calls.add(call(method.toUpperCase(Locale.ROOT), path.getKey(), call));
          }
        }));
    String anchor = "calls-" + name.toLowerCase(Locale.ROOT);
    return new Section(name, anchor, tag.path("description").asString(), calls);
  }

  private Call call(String method, String path, JsonNode call) {
    Asked asked = new Asked(parameters(call), bodies(call.path("requestBody").path("content")));
    return new Call(
        call.path("operationId").asString(),
        method,
        path,
        call.path("summary").asString(),
        List.of(call.path("description").asString("").split("\n\n")).stream()
            .filter(paragraph -> !paragraph.startsWith("Needs a key"))
            .toList(),
        texts(call.path(ApiDocument.SCOPES)),
        asked,
        new Answered(answers(call), problems(call)),
        new CurlExample(base, method, path, asked, call.path("security").isEmpty()).text());
  }

  private List<Field> parameters(JsonNode call) {
    List<Field> fields = new ArrayList<>();
    call.path("parameters").forEach(each -> {
      JsonNode schema = resolved(each.path("schema"));
      fields.add(new Field(
          each.path("name").asString(),
          each.path("in").asString(),
          type(schema),
          each.path("required").asBoolean(false),
          each.path("description").asString(""),
          texts(schema.path("enum"))));
    });
    return fields;
  }

  private List<Body> bodies(JsonNode content) {
    List<Body> bodies = new ArrayList<>();
    content.properties().forEach(each -> bodies.add(body(each)));
    return bodies;
  }

  private Body body(Map.Entry<String, JsonNode> content) {
    JsonNode schema = content.getValue().path("schema");
    List<Field> fields = new ArrayList<>();
    collect("", schema, fields, new HashSet<>());
    return new Body(content.getKey(), fields, example(content.getValue()));
  }

  private void collect(String before, JsonNode schema, List<Field> fields, Set<String> above) {
    JsonNode found = resolved(schema);
    String reference = schema.path("$ref").asString("");
    if (above.size() > DEEPEST || !reference.isEmpty() && !above.add(reference)) {
      return;
    }
    if (found.has("items")) {
      collect(before + "[]", found.path("items"), fields, above);
    }
    Set<String> required = new HashSet<>(texts(found.path("required")));
    found.path("properties").properties().forEach(property -> {
      String name = (before.isEmpty() ? "" : before + ".") + property.getKey();
      fields.add(field(name, property.getValue(), required.contains(property.getKey())));
      collect(name, property.getValue(), fields, new HashSet<>(above));
    });
  }

  private Field field(String name, JsonNode schema, boolean required) {
    JsonNode found = resolved(schema);
    String text = schema.path("description").asString(found.path("description").asString(""));
    return new Field(name, "", type(found), required, text, texts(found.path("enum")));
  }

  private String type(JsonNode schema) {
    if (schema.has("items")) {
      return type(resolved(schema.path("items"))) + "[]";
    }
    String format = schema.path("format").asString("");
    String type = schema.path("type").asString("object");
    return type.equals("string") && !format.isEmpty() ? format : type;
  }

  private Optional<String> example(JsonNode content) {
    JsonNode schema = resolved(content.path("schema"));
    JsonNode named = content.path("examples").properties().stream()
        .findFirst()
        .map(each -> each.getValue().path("value"))
        .orElse(content.path("example"));
    JsonNode example = named.isMissingNode() ? schema.path("example") : named;
    if (example.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(example.isString() ? example.asString() : example.toPrettyString());
  }

  private List<Answer> answers(JsonNode call) {
    List<Answer> answers = new ArrayList<>();
    call.path("responses").properties().forEach(each -> {
      if (each.getKey().startsWith("2")) {
        answers.add(new Answer(
            each.getKey(),
            each.getValue().path("description").asString(""),
            bodies(each.getValue().path("content"))));
      }
    });
    return answers;
  }

  private List<Problem> problems(JsonNode call) {
    return texts(call.path(ApiDocument.PROBLEMS)).stream()
        .map(slug -> new Problem(slug, frame.text("problem." + slug + ".title")))
        .toList();
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asString()));
    return texts;
  }
}
