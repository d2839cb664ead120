package org.vigie.server.evidence.snapshot;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.vigie.server.evidence.MalformedSnapshotException;
import org.vigie.server.evidence.MalformedSnapshotException.Defect;
import tools.jackson.databind.JsonNode;

/// The members of one object of a snapshot, each with one type, or missing.
final class SnapshotFields {
  private static final int LONGEST_REFERENCE = 256;
  private static final int LONGEST_TEXT = 65_536;
  private static final Pattern TIME = Pattern.compile("[0-9T:.-]{10,40}Z");
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final String path;
  private final JsonNode node;

  /// Takes a JSON object, and refuses any other value.
  ///
  /// @param path its path; empty for the whole
  SnapshotFields(String path, JsonNode node) {
    if (!node.isObject()) {
      throw new MalformedSnapshotException(
          path, path.isEmpty() ? Defect.NO_JSON_OBJECT : Defect.WRONG_TYPE);
    }
    this.path = path;
    this.node = node;
  }

  /// Refuses members of other names.
  void checkNames(String... known) {
    Set<String> names = Set.of(known);
    for (String name : node.propertyNames()) {
      if (!names.contains(name)) {
        throw defect(name, Defect.UNKNOWN_MEMBER);
      }
    }
  }

  boolean has(String name) {
    return node.has(name);
  }

  MalformedSnapshotException missing(String name) {
    return defect(name, Defect.MISSING);
  }

  private MalformedSnapshotException defect(String name, Defect defect) {
    return new MalformedSnapshotException(at(name), defect);
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  Optional<String> text(String name) {
    return text(name, LONGEST_TEXT);
  }

  private Optional<String> text(String name, int longest) {
    Optional<JsonNode> found = member(name);
    if (found.filter(value -> !value.isString()).isPresent()) {
      throw defect(name, Defect.WRONG_TYPE);
    }
    Optional<String> text = found.map(JsonNode::stringValue);
    if (text.filter(value -> value.length() > longest).isPresent()) {
      throw defect(name, Defect.TOO_LONG);
    }
    return text;
  }

  String reference(String name) {
    String reference = text(name, LONGEST_REFERENCE).orElseThrow(() -> missing(name));
    if (reference.isEmpty()) {
      throw defect(name, Defect.WRONG_VALUE);
    }
    return reference;
  }

  Optional<Instant> time(String name) {
    return text(name, LONGEST_REFERENCE).map(text -> time(name, text));
  }

  private Instant time(String name, String text) {
    try {
      if (TIME.matcher(text).matches()) {
        return Instant.parse(text);
      }
    } catch (DateTimeParseException _) {
      // As wrong as text of another form.
    }
    throw defect(name, Defect.WRONG_VALUE);
  }

  UUID uuid(String name) {
    String text = reference(name);
    if (!UUID_TEXT.matcher(text).matches()) {
      throw defect(name, Defect.WRONG_VALUE);
    }
    return UUID.fromString(text);
  }

  OptionalLong number(String name) {
    Optional<JsonNode> found = member(name);
    if (found.isEmpty()) {
      return OptionalLong.empty();
    }
    JsonNode value = found.get();
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw defect(name, Defect.WRONG_TYPE);
    }
    if (value.longValue() < 0) {
      throw defect(name, Defect.WRONG_VALUE);
    }
    return OptionalLong.of(value.longValue());
  }

  /// Returns false for a member that is not there.
  boolean truth(String name) {
    Optional<JsonNode> found = member(name);
    if (found.filter(value -> !value.isBoolean()).isPresent()) {
      throw defect(name, Defect.WRONG_TYPE);
    }
    return found.map(JsonNode::booleanValue).orElse(false);
  }

  Optional<SnapshotFields> object(String name) {
    return member(name).map(value -> new SnapshotFields(at(name), value));
  }

  /// Returns the objects of an array; none for a member that is not there.
  List<SnapshotFields> objects(String name, int most) {
    List<SnapshotFields> objects = new ArrayList<>();
    Optional<JsonNode> found = member(name);
    if (found.isPresent()) {
      JsonNode array = found.get();
      if (!array.isArray()) {
        throw defect(name, Defect.WRONG_TYPE);
      }
      if (array.size() > most) {
        throw defect(name, Defect.TOO_LONG);
      }
      for (int i = 0; i < array.size(); i++) {
        objects.add(new SnapshotFields(at(name) + "[" + i + "]", array.get(i)));
      }
    }
    return objects;
  }

  private Optional<JsonNode> member(String name) {
    return Optional.ofNullable(node.get(name));
  }
}
