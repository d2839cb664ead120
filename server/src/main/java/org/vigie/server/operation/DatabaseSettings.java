package org.vigie.server.operation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `vigie.database`.
///
/// @param url of your own PostgreSQL 18 or newer, `jdbc:postgresql://host:5432/vigie`; empty,
///     the default, for the one that Vigie brings and runs itself
/// @param user empty if the address or the environment of the driver says it
/// @param password likewise
@ConfigurationProperties(value = "vigie.database", ignoreUnknownFields = false)
record DatabaseSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String user,
    @DefaultValue("") String password) {
  private static final String SCHEME = "jdbc:postgresql:";

  DatabaseSettings {
    if (!url.isEmpty() && !url.startsWith(SCHEME)) {
      throw new IllegalArgumentException("it has to begin with jdbc:postgresql://");
    }
  }

  boolean isExternal() {
    return !url.isEmpty();
  }

  /// Leaves the password out, which the address may hold too.
  @Override
  public String toString() {
    return "DatabaseSettings[" + (isExternal() ? "external" : "embedded") + "]";
  }
}
