package org.vigie.server.policy.text;

import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A part of a YAML text that knows its position.
sealed interface YamlNode {
  Place place();

  /// One value.
  ///
  /// @param tag the type by the YAML core schema: a text, a whole number…
  record Scalar(Place place, String value, Tag tag) implements YamlNode {}

  /// Keys and values.
  ///
  /// @param entries in the order of the text, each key once
  record Mapping(Place place, Map<String, Entry> entries) implements YamlNode {}

  /// The value of a key.
  ///
  /// @param keyPlace where its key begins
  record Entry(Place keyPlace, YamlNode value) {}

  record Sequence(Place place, List<YamlNode> items) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// Replaces a missing or wrong part whose problem is noted.
  record Unusable(Place place) implements YamlNode {}
}
