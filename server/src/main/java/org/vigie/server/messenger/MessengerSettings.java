package org.vigie.server.messenger;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.vigie.connector.MessengerId;

/// Settings under `vigie.messengers`.
///
/// @param names of the messengers that this server serves, at least one and each once, default
///     `main` alone
@ConfigurationProperties(value = "vigie.messengers", ignoreUnknownFields = false)
record MessengerSettings(@DefaultValue("main") List<String> names) {
  MessengerSettings {
    names = List.copyOf(names);
    if (names.isEmpty() || messengers(names).distinct().count() < names.size()) {
      throw new IllegalArgumentException(
          "vigie.messengers.names has at least one name, and each once");
    }
  }

  private static Stream<MessengerId> messengers(List<String> names) {
    return names.stream().map(MessengerSettings::messenger);
  }

  private static MessengerId messenger(String name) {
    try {
      return new MessengerId(name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "vigie.messengers.names has names of 1 to 63 characters: a small letter, then small"
              + " letters, digits and hyphens",
          e);
    }
  }

  Messengers served() {
    return new Messengers(messengers(names).toList());
  }
}
