package org.vigie.server.frame.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The content of the file `api/document.yaml`.
///
/// @param tags the sentence of each, in the order of the document
/// @param operations by method and path: `GET /api/v1/banks`
/// @param schemas by name
public record ApiTexts(
    Map<String, String> tags,
    Map<String, OperationText> operations,
    Map<String, SchemaText> schemas) {
  private static final String FILE = "/api/document.yaml";

  /// The texts of a call.
  ///
  /// @param id its operation id
  /// @param parameters by name
  /// @param answers by status
  /// @param body `file`, or an example in JSON, if the handler does not declare its body
  public record OperationText(
      String id,
      String tag,
      String summary,
      String description,
      Map<String, Words> parameters,
      Map<String, String> answers,
      Optional<String> body) {}

  /// The texts of a type.
  ///
  /// @param fields by name
  public record SchemaText(String text, Map<String, Words> fields) {}

  /// Reads the file.
  public static ApiTexts read() {
    try (InputStream in = Objects.requireNonNull(ApiTexts.class.getResourceAsStream(FILE), FILE)) {
      Map<?, ?> root =
          map(new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromInputStream(in));
      return new ApiTexts(
          texts(root.get("tags")),
          operations(map(root.get("operations"))),
          schemas(map(root.get("schemas"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, OperationText> operations(Map<?, ?> yaml) {
    Map<String, OperationText> all = new LinkedHashMap<>();
    yaml.forEach((name, said) -> all.put(String.valueOf(name), operation(map(said))));
    return all;
  }

  private static OperationText operation(Map<?, ?> said) {
    return new OperationText(
        text(said, "id"),
        text(said, "tag"),
        text(said, "summary"),
        text(said, "description"),
        words(map(said.get("parameters"))),
        texts(said.get("answers")),
        Optional.ofNullable(said.get("body")).map(String::valueOf));
  }

  private static Map<String, SchemaText> schemas(Map<?, ?> yaml) {
    Map<String, SchemaText> all = new LinkedHashMap<>();
    yaml.forEach((name, said) -> {
      Map<String, Words> fields = words(map(said));
      fields.remove("text");
      all.put(String.valueOf(name), new SchemaText(text(map(said), "text"), fields));
    });
    return all;
  }

  private static Map<String, Words> words(Map<?, ?> yaml) {
    Map<String, Words> words = new LinkedHashMap<>();
    yaml.forEach((name, said) -> words.put(String.valueOf(name), Words.of(said)));
    return words;
  }

  private static Map<String, String> texts(@Nullable Object yaml) {
    Map<String, String> texts = new LinkedHashMap<>();
    map(yaml).forEach((name, said) -> texts.put(String.valueOf(name), String.valueOf(said)));
    return texts;
  }

  private static String text(Map<?, ?> said, String field) {
    Object text = said.get(field);
    if (text == null) {
      throw new IllegalStateException(FILE + " does not say the " + field + " of " + said);
    }
    return String.valueOf(text);
  }

  private static Map<?, ?> map(@Nullable Object yaml) {
    return yaml == null ? Map.of() : (Map<?, ?>) yaml;
  }
}
