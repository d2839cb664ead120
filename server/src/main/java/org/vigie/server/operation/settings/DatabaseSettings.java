package org.vigie.server.operation.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.vigie.server.operation.lanes.LaneShares;

/// Settings under `vigie.database`.
///
/// @param url of your own PostgreSQL 18 or newer, `jdbc:postgresql://host:5432/vigie`; empty,
///     the default, for the embedded one
/// @param user empty if the address or the driver's environment has it
/// @param password likewise
/// @param connections the number of connections, 10 to 900, default 20; each kind of work has a
///     share
@ConfigurationProperties(value = "vigie.database", ignoreUnknownFields = false)
public record DatabaseSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("20") int connections) {
  private static final String SCHEME = "jdbc:postgresql:";
  private static final int MOST_CONNECTIONS = 900;

  public DatabaseSettings {
    if (!url.isEmpty() && !url.startsWith(SCHEME)) {
      throw new IllegalArgumentException("it has to begin with jdbc:postgresql://");
    }
    if (connections < LaneShares.LEAST || connections > MOST_CONNECTIONS) {
      throw new IllegalArgumentException("vigie.database.connections is 10 to 900, so that each"
          + " kind of work has at least one");
    }
  }

  public boolean isExternal() {
    return !url.isEmpty();
  }

  /// Leaves the password out, which the address may hold too.
  @Override
  public String toString() {
    return "DatabaseSettings[" + (isExternal() ? "external" : "embedded") + "]";
  }
}
