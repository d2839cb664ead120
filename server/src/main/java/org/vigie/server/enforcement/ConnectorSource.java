package org.vigie.server.enforcement;

import java.util.List;
import org.vigie.connector.Connector;

/// Several connectors of one module, where settings say how many there are.
@FunctionalInterface
public interface ConnectorSource {
  /// Returns the connectors, always the same.
  List<Connector> all();
}
