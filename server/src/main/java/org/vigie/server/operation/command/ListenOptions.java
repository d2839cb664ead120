package org.vigie.server.operation.command;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.server.operation.console.RefusedException;
import picocli.CommandLine.Option;

/// The options for the server's address.
final class ListenOptions {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
  private static final int HIGHEST_PORT = 65_535;

  @Option(names = "--port", paramLabel = "PORT", description = "Default: 8080; 0 for any free one.")
  private @Nullable String port;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description =
          "Address to listen on. Default: 127.0.0.1, this machine only; 0.0.0.0 for all networks.")
  private @Nullable String address;

  /// Returns the given values, by name of the setting.
  ///
  /// @throws RefusedException if the port is none
  Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    if (port != null) {
      settings.put("vigie.http.port", parse(port));
    }
    if (address != null) {
      settings.put("vigie.http.address", address);
    }
    return settings;
  }

  private static int parse(String text) {
    if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) > HIGHEST_PORT) {
      throw new RefusedException(
          "--port " + text + " is not a port: use 0 to 65535, 0 for any free one");
    }
    return Integer.parseInt(text);
  }
}
