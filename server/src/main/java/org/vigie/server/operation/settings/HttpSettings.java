package org.vigie.server.operation.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `vigie.http`.
///
/// @param address on which the server listens, default 127.0.0.1: this machine only
/// @param port default 8080; 0 for any that is free
@ConfigurationProperties(value = "vigie.http", ignoreUnknownFields = false)
public record HttpSettings(
    @DefaultValue("127.0.0.1") String address,
    @DefaultValue("8080") int port) {
  private static final int HIGHEST_PORT = 65_535;

  public HttpSettings {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("a port is a number from 0 to 65535");
    }
    if (address.isBlank()) {
      throw new IllegalArgumentException("an address cannot be empty");
    }
  }

  /// Returns address and port as people write them.
  public String place() {
    return address + ":" + port;
  }
}
