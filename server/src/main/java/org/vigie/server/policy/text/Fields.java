package org.vigie.server.policy.text;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.server.policy.text.PolicyProblem.Defect;

/// The fields of a mapping.
///
/// @param usable whether it is a mapping; if not, that is a problem already, and no field is
///     missing
record Fields(Map<String, YamlNode.Entry> entries, Value whole, boolean usable) {
  static Fields of(YamlNode.Mapping mapping, Value whole) {
    return new Fields(mapping.entries(), whole, true);
  }

  static Fields unusable(Value whole) {
    return new Fields(Map.of(), whole, false);
  }

  void refuseUnknown(Set<String> known) {
    entries.forEach((key, entry) -> {
      if (!known.contains(key)) {
        whole
            .problems()
            .add(
                Defect.UNKNOWN_KEY,
                entry.keyPlace(),
                YamlTree.join(whole.path(), key),
                "unknown key; here may stand: " + String.join(", ", new TreeSet<>(known)));
      }
    });
  }

  /// Returns a field that has to be there.
  Value required(String key) {
    return optional(key).orElseGet(() -> {
      if (usable) {
        whole.refuse(Defect.MISSING_KEY, "the key " + key + " is missing");
      }
      return value(key, new YamlNode.Unusable(whole.node().place()));
    });
  }

  /// Returns a field that may be there.
  Optional<Value> optional(String key) {
    return Optional.ofNullable(entries.get(key)).map(entry -> value(key, entry.value()));
  }

  private Value value(String key, YamlNode node) {
    return new Value(node, YamlTree.join(whole.path(), key), whole.problems());
  }
}
