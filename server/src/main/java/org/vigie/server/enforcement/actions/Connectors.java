package org.vigie.server.enforcement.actions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.connector.Connector;
import org.vigie.connector.MessengerId;

/// The connectors of this installation, at most one for a messenger.
public final class Connectors {
  private final Map<MessengerId, Connector> connectors;

  /// @throws IllegalStateException if two connectors are for the same messenger
  public Connectors(List<Connector> connectors) {
    this.connectors =
        connectors.stream().collect(Collectors.toMap(Connector::messenger, Function.identity()));
  }

  /// Returns the connector of a messenger, if there is one.
  public Optional<Connector> of(MessengerId messenger) {
    return Optional.ofNullable(connectors.get(messenger));
  }

  /// Returns all connectors.
  public List<Connector> all() {
    return List.copyOf(connectors.values());
  }
}
