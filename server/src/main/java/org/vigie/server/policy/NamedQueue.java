package org.vigie.server.policy;

import java.util.Map;
import org.vigie.server.frame.Language;

/// What people call a queue in which cases wait.
///
/// @param key what rules call it
/// @param names in every language of the screens
public record NamedQueue(String key, Map<Language, String> names) {
  public NamedQueue {
    names = Map.copyOf(names);
  }
}
